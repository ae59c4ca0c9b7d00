"""Rules: YAML -> validated rules. `library/` is the analysts' folder, `tables/` the cue tables.

Here belongs what a rule is and how it is read and checked for form. Running its examples needs the
English core and lies in `pipeline.claims.check`.
"""

from pipeline.rules.load import RuleSet, load_rules

__all__ = ["RuleSet", "load_rules"]
