"""All files of the published form, from its content: the same content gives the same bytes."""

from __future__ import annotations

from factcheck.interchange.parquet import parquet_bytes
from factcheck.publish.archive import SUMS, archive, checksums
from factcheck.publish.citation import citation
from factcheck.publish.claim_reviews import claim_reviews
from factcheck.publish.croissant import croissant
from factcheck.publish.dataset import dataset
from factcheck.publish.descriptor import published_descriptor
from factcheck.publish.form import Content, Files
from factcheck.publish.licence import licence_text
from factcheck.publish.readme import readme
from factcheck.publish.texts import csv_bytes, json_bytes


def compose(content: Content, *, parquet: bool) -> Files:
    """Tables first, then what describes them, then what sums all up."""
    files: Files = dict(content.attached)
    for table in content.tables:
        files[table.path] = csv_bytes(table.columns, table.rows)
        if parquet:
            files[table.parquet_path] = parquet_bytes(table.typed_columns, table.rows)
    files |= {path: text.encode("utf-8") for path, text in content.rules.items()}
    files["datapackage.json"] = json_bytes(published_descriptor(content, files))
    files["CITATION.cff"] = citation(content.source).encode("utf-8")
    files.setdefault("LICENSE", licence_text(content.source).encode("utf-8"))
    files["claimreviews.jsonld"] = json_bytes(claim_reviews(content))
    files["croissant.json"] = json_bytes(croissant(content, files))
    files["README.md"] = readme(content, files).encode("utf-8")
    files["dataset.jsonld"] = json_bytes(dataset(content, files))
    files[SUMS] = checksums(files)
    files[f"{content.stem}.zip"] = archive(files)
    files[SUMS] = checksums({path: data for path, data in files.items() if path != SUMS})
    return files
