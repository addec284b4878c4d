"""dataset.jsonld: the package as a schema.org Dataset, for search engines of data."""

from __future__ import annotations

from typing import Any, Final

from factcheck.publish.descriptor import hash_of
from factcheck.publish.form import Content, Files, Json
from factcheck.vocabulary.model import Source

CONTEXT: Final = "https://schema.org/"
_MEDIA: Final = {
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json",
    ".rules": "text/plain",
}


def dataset(content: Content, files: Files) -> Json:
    """What it is, by whom, about what, and in which files."""
    source, vocabulary = content.source, content.result.vocabulary
    metrics = vocabulary.metrics.values() if vocabulary else ()
    made: Json = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": source["title"],
        "alternateName": source["name"],
        # schema.org asks for a description of at least fifty characters.
        "description": described(source),
        "version": source["version"],
        "datePublished": source["created"][:10],
        "url": source.get("homepage"),
        "license": [licence_of(one) for one in source["licenses"]],
        "creator": [creator(person) for person in source["contributors"]],
        "keywords": source.get("keywords") or None,
        "inLanguage": sorted({one.language for one in _sources(content) if one.language}),
        "isBasedOn": [
            *(work(one) for one in _sources(content)),
            *(_package(one) for one in content.packages),
        ],
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "propertyID": metric.id,
                "name": metric.label,
                "description": metric.attributes.get("definition") or None,
                "unitText": metric.unit.text,
            }
            for metric in metrics
        ],
        "distribution": [_download(path, data) for path, data in sorted(files.items())],
    }
    cleaned: Json = without_nothing(made)
    return cleaned


def described(source: Json) -> str:
    """The description, or what there is to say without one."""
    text = source.get("description")
    if isinstance(text, str) and text.strip():
        return text
    return f"{source['title']}: claims with their sources, and the verdicts of rules between them."


def licence_of(licence: Json) -> str:
    """Its address where it has one."""
    return str(licence.get("path") or licence.get("name"))


def creator(person: Json) -> Json:
    """A Person where the names are told apart, else an Organization."""
    is_person = person.get("givenName") or person.get("familyName")
    return {
        "@type": "Person" if is_person else "Organization",
        "name": person["title"],
        "url": person.get("path"),
        "email": person.get("email"),
    }


def work(source: Source) -> Json:
    """A source as a CreativeWork."""
    return {
        "@type": "CreativeWork",
        "identifier": source.id,
        "name": source.title,
        "url": source.url or None,
        "datePublished": source.published.isoformat() if source.published else None,
        "inLanguage": source.language or None,
        "publisher": {"@type": "Organization", "name": source.publisher}
        if source.publisher
        else None,
    }


def _package(package: Json) -> Json:
    """A package that was taken, as a Dataset."""
    return {
        "@type": "Dataset",
        "name": package["title"],
        "description": f"Claims with their sources, here under the name {package['name']}.",
        "version": package["version"],
        "url": package["path"],
        "license": package["licenses"],
    }


def without_nothing(value: Any) -> Any:  # noqa: ANN401 (a JSON value)
    """The value without the properties that are empty."""
    if isinstance(value, dict):
        return {
            key: without_nothing(one) for key, one in value.items() if one not in (None, [], "")
        }
    return [without_nothing(one) for one in value] if isinstance(value, list) else value


def _sources(content: Content) -> list[Source]:
    vocabulary = content.result.vocabulary
    return list(vocabulary.sources.values()) if vocabulary else []


def _download(path: str, data: bytes) -> Json:
    ending = path[path.rfind(".") :] if "." in path else ""
    return {
        "@type": "DataDownload",
        "name": path,
        "contentUrl": path,
        "encodingFormat": _MEDIA.get(ending, "application/octet-stream"),
        "contentSize": f"{len(data)} B",
        "sha256": hash_of(data).removeprefix("sha256:"),
    }
