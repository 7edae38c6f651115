"""Domains in the place of the lexicons that link tests name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.model import Case, LinkCheck, LinkTest, Rule
from msglint.packs.nearest import quoted
from msglint.packs.phrases import Item, LexiconRef, Literal, Phrase
from msglint.packs.places import at

if TYPE_CHECKING:
    from msglint.errors import Problem
    from msglint.packs.references import Shelf


class Hosts(Frozen):
    """Puts domains in the place of the lexicons that link tests name; what is wrong goes to `problems`."""

    shelf: Shelf
    problems: list[Problem]

    def resolved(self, rule: Rule) -> Rule:
        """Return the rule with the hosts of its link tests spelled out."""
        check = rule.check
        if isinstance(check, LinkCheck):
            check = replace(check, test=self._test(check.test, rule.pack))
        return replace(rule, check=check, cases=tuple(self._case(case, rule.pack) for case in rule.cases))

    def _case(self, case: Case, pack: str) -> Case:
        return replace(case, link=self._test(case.link, pack)) if case.link else case

    def _test(self, test: LinkTest, pack: str) -> LinkTest:
        hosts = [host for written in test.hosts for host in self._hosts(written, pack)]
        return replace(test, hosts=tuple(dict.fromkeys(hosts)))

    def _hosts(self, written: str, pack: str | None) -> list[str]:
        if not written.startswith("$"):
            return [written]
        keys = self.shelf.meant(pack, written[1:])
        if not keys:
            self.problems.append(at(written, self.shelf.complaint(pack, LexiconRef(written[1:]))))
        return [
            host
            for key in keys
            for entry in self.shelf.lexicons[key].entries
            for host in self._host(entry, key[0])
        ]

    def _host(self, entry: Phrase, pack: str | None) -> list[str]:
        match entry.items:
            case (Item(LexiconRef(name)),):
                return self._hosts(f"${name}", pack)
            case (Item(Literal(text)),) if " " not in text:
                return [text]
        message = Message(
            "expected a plain domain, as links are compared with it, found {}", quoted(entry.source)
        )
        self.problems.append(at(entry.source, message))
        return []
