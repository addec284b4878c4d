"""What a package publishes, gathered from its files; what cannot be published is told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.publish_codes import NAME_TAKEN, NOT_PUBLISHABLE
from factcheck.publish.attachments import STEERING, Attachments
from factcheck.publish.computed import with_bounds
from factcheck.publish.form import Content, Json, PublishedTable
from factcheck.publish.needs import departures, lacking
from factcheck.publish.rule_files import published_names, rule_files
from factcheck.publish.standard import DERIVED, completed, malformed, standard
from factcheck.publish.taken import (
    licences_not_named,
    one_package,
    packages,
    their_fields,
)
from factcheck.publish.verdict_tables import verdict_tables
from factcheck.records import Factory, define
from factcheck.verdicts.result import CheckResult
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.tables import table_of
from factcheck.vocabulary.wrong import Wrong

_SAID: frozenset[str] = frozenset(
    {
        *("name", "title", "description", "path", "schema", "type", "profile", "format"),
        *("mediatype", "encoding", "dialect", "hash", "bytes", "rows", "fields", "stats"),
        *("data", "compression", "innerpath", *STEERING),
    }
)
"""Properties of a resource that are said anew, or that do not go with the published table."""


def gather(result: CheckResult) -> tuple[Content | None, list[Diagnostic]]:
    """The content of the published form; None when something keeps it from being one."""
    descriptor, claims = result.descriptor, result.claims
    assert descriptor is not None  # noqa: S101 (it has been judged)
    assert claims is not None  # noqa: S101 (as above)
    source: Json = json.loads(descriptor.file.text)
    odd = departures(source, descriptor)
    if odd:
        return None, odd
    gathering = _Gathering(result, descriptor, source, Attachments(descriptor))
    found = [*lacking(source, descriptor), *licences_not_named(source, descriptor)]
    tables = [table for table in map(gathering.table, gathering.resources()) if table]
    others = tuple(gathering.others())
    gathering.attached.add_named(source, tables)
    names = published_names([path for path, _ in result.texts])
    found += [*gathering.found, *gathering.attached.found]
    if any(one.is_error for one in found):
        return None, found
    content = Content(
        one_package(source, descriptor),
        result,
        (*tables, *verdict_tables(result.verdicts, names)),
        rule_files(result.texts),
        others,
        gathering.attached.files,
        tuple(packages(descriptor)),
    )
    return content, found


def name_of(resource: Json) -> str:
    """The name by which a resource is known, as where packages are read."""
    name = resource.get("name") or str(resource.get("path")).rpartition("/")[2].partition(".")[0]
    return str(name).lower()


@define
class _Gathering:
    result: CheckResult
    descriptor: Descriptor
    source: Json
    attached: Attachments
    found: list[Diagnostic] = Factory(list)

    def resources(self) -> Iterator[tuple[int, Json]]:
        """The resources of our tables, with their places in the list.

        After them stand tables that only packages have which are taken.
        """
        listed = self.source["resources"]
        for index, resource in enumerate(listed):
            if name_of(resource) in SHAPES:
                yield index, resource
        for name in SHAPES if self.descriptor.taken else ():
            if name not in self.descriptor.resources:
                yield len(listed), {"name": name}

    def table(self, place: tuple[int, Json]) -> PublishedTable | None:
        """A table as it is, the claims with their bounds."""
        index, resource = place
        name = name_of(resource)
        read = table_of(self.descriptor, name, Mistakes(1))
        if read is None:
            return None  # it was read before, and has changed since: nothing to publish
        columns: Sequence[str] = read.columns
        rows: Sequence[Sequence[str]] = read.rows
        if name == "claims":
            columns, rows, wrong = with_bounds(self.result, read)
            self.found += wrong
        own = resource.get("schema", {})
        if isinstance(own, str):
            own = self.attached.schema(own, index)
        odd = malformed(own)
        if odd is not None:
            self.found.append(
                Wrong(NOT_PUBLISHABLE, odd).at(self.descriptor.span("resources", index, "schema"))
            )
            return None
        if self.descriptor.taken:
            own = {**own, "fields": their_fields(self.descriptor, name, own.get("fields", []))}
        usual = standard(name)
        return PublishedTable(
            name,
            resource.get("title") or usual["title"],
            resource.get("description") or usual["description"],
            completed(name, own, columns),
            rows,
            {key: resource[key] for key in sorted(resource) if key not in _SAID},
        )

    def others(self) -> Iterator[Json]:
        """The resources that are no table of ours, with their files attached."""
        taken = {one.taking.index for one in self.descriptor.taken}
        for index, resource in enumerate(self.source["resources"]):
            name = name_of(resource)
            if name in SHAPES or index in taken:
                continue
            if name in DERIVED:
                if not self._is_derived(name, resource):
                    self._taken(index, name)
                continue
            yield self.attached.resource(resource, index)

    def _is_derived(self, name: str, resource: Json) -> bool:
        """Whether the package is a published form, whose verdicts are made anew."""
        return (
            self.descriptor.rules == "rules"
            and resource.get("path") == f"data/{name}.csv"
            and (self.descriptor.folder / "SHA256SUMS").is_file()
        )

    def _taken(self, index: int, name: str) -> None:
        message = f"the published form has a table `{name}` of its own"
        wrong = Wrong(NAME_TAKEN, message, "give the resource another name")
        self.found.append(wrong.at(self.descriptor.span("resources", index, "name")))
