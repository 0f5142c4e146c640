"""What the project-wide commands do: write the pages, publish the site.

Where nothing has changed since the last build, nothing but hashes of files is needed to say so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.committed import to_commit
from generator.inputs import Inputs, read_inputs, records_key
from generator.kept_sites import KEEP, site_paths, tidy_up, version_of
from generator.model.result import Result
from generator.one_at_a_time import one_at_a_time
from generator.parts.ahead import printed_ahead
from generator.parts.keys import sources_key
from generator.parts.last import Last, forget_last, read_last, write_last
from generator.processes import uncollected
from generator.report.progress import Progress
from generator.shipped import SHIPPED, TEMPLATES
from generator.source_date import EPOCH, dated, revision

if TYPE_CHECKING:
    from generator.parts.building import Store


def build_pages(root: Path, progress: Progress, frozen: bool = False) -> Result:
    """Write build/pages, the navigation that mkdocs.yml inherits, and the records of what was ever published.

    ``frozen``: a record that would change is an error, and nothing is written.
    """
    with uncollected(), one_at_a_time(root, progress), dated(root):
        from generator.parts.publishing import write_pages

        forget_last(root)
        inputs = _inputs(root)
        try:
            return write_pages(root, inputs, progress, frozen)
        except Exception as problem:
            return _template_at_fault(problem, root, inputs, "; nothing was written")


def build_site(root: Path, progress: Progress, frozen: bool = False, keep: int = KEEP) -> Result:
    """Do everything up to site/. A failed build leaves site/ as it was.

    ``frozen`` as above; ``keep``: how many of the sites that were up before are kept, to go back to.
    """
    with uncollected(), one_at_a_time(root, progress), dated(root), _saying_what_is_up(root):
        tidy_up(root)
        inputs = _inputs(root)
        last = read_last(root, _key(root, inputs))
        if last is not None:
            left = last.closing + to_commit(root, ())
            return Result(last.plans, last.diagnostics, f"; site/ is published{left}", left)
        return _published(root, inputs, progress, frozen, keep)


def build_shard(root: Path, progress: Progress, number: int, of: int) -> Result:
    """Make every ``of``th plan from the ``number``th on, counted from 1, into ``build/shard-<number>-of-<of>``."""
    with uncollected(), one_at_a_time(root, progress), dated(root):
        from generator.parts.shards import write_shard

        return write_shard(root, progress, number, of)


def join_shards(
    root: Path, progress: Progress, folders: Sequence[Path] = (), frozen: bool = False, keep: int = KEEP
) -> Result:
    """Publish the site of the plans that shards hold, those in ``folders`` or all below ``build``."""
    with uncollected(), one_at_a_time(root, progress), dated(root), _saying_what_is_up(root):
        from generator.parts.shards import shards_at

        tidy_up(root)
        return _published(root, _inputs(root), progress, frozen, keep, shards_at(root, folders))


@contextmanager
def _saying_what_is_up(root: Path) -> Iterator[None]:
    """Let what ends the block early say whether the new site is up already, and where it was not able to write."""
    site = site_paths(root).published
    before = version_of(site)
    try:
        yield
    except BaseException as problem:
        if version_of(site) != before:
            problem.add_note("site/ is published, and building again does the rest")
        if isinstance(problem, OSError) and problem.filename is None:
            problem.filename = str(root / "build")  # all that a build writes without saying where is there
        raise


def _published(
    root: Path, inputs: Inputs, progress: Progress, frozen: bool, keep: int, shards: tuple[Store, ...] = ()
) -> Result:
    forget_last(root)
    try:
        with nullcontext() if shards else printed_ahead(root, inputs) as ahead:
            from generator.parts.publishing import prepare, publish

            result, laid = prepare(root, inputs, progress, frozen, shards, ahead)
        if laid is None:
            return result
        result, published = publish(laid, result, inputs, progress, keep)
    except Exception as problem:
        return _template_at_fault(problem, root, inputs, "; site/ is as it was")
    if published is not None:
        folders = (("build/pages", published.pages), ("site", published.site))
        alone = (("build", published.beside),)
        from generator.parts.stages import write_timings

        write_timings()
        key = _key(root, replace(inputs, records=records_key(root)))
        write_last(root, Last(key, result.plans, result.diagnostics, published.closing, folders, alone))
    return result


def _template_at_fault(problem: Exception, root: Path, inputs: Inputs, closing: str) -> Result:
    """Return what a template is at fault with; raise what was raised if none is."""
    from generator.template_faults import template_fault

    fault = template_fault(problem, root)
    if fault is None:
        raise problem
    return Result(len(inputs.plans), (fault,), closing)


def _key(root: Path, inputs: Inputs) -> str:
    """Return what stands for all that was built from; what MkDocs inherits names the folder of our theme, too."""
    return sources_key(inputs, revision(root), os.environ[EPOCH], str(SHIPPED))


def _inputs(root: Path) -> Inputs:
    return read_inputs(root, TEMPLATES)
