"""`xlcheck rules` and `xlcheck explain`: what is checked, and a rule's page."""

from __future__ import annotations

import click

from xlcheck.cli.output import write


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Print the page of a rule: what it does, why it matters, samples. CODE is a code or a name."""
    from xlcheck.model import XlcheckError
    from xlcheck.report.shares import shares
    from xlcheck.rules import RULES, samples

    rule = next((rule for rule in RULES if code.lower() in (rule.code.lower(), rule.name)), None)
    if rule is None:
        raise XlcheckError(f"unknown rule '{code}'; see 'xlcheck rules'")
    write(f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.page}\n\n{shares(rule)}\n", None)
    for title, cases in zip(("Bad", "Good"), samples(rule), strict=True):
        write(f"\n**{title}**\n", None)
        for case in cases:
            write("\n" + "".join(f"    {line}\n" for text in case for line in text.splitlines()), None)


@click.command()
def rules() -> None:
    """List all rules, and how often their findings were right."""
    from xlcheck.evidence.doubts import measured
    from xlcheck.rules import RULES

    width = max(len(rule.name) for rule in RULES)
    shares = {rule.code: str(measured(rule.code) or "") for rule in RULES}
    wide = max(map(len, shares.values()))
    for rule in RULES:
        share = f"{shares[rule.code]:<{wide}} " if wide else ""
        write(f"{rule.code}  {rule.name:<{width}} {rule.severity!s:<8} {share}{rule.summary}\n", None)
