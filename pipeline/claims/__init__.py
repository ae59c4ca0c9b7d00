"""Doc -> claims: triggers, roles, qualifiers, attribution, circumstances, assembly.

Rules propose (`pipeline.rules`), grammar decides who fills their roles, and every claim keeps the
words that made it. How sure we are and how friendly the claim is are `pipeline.stance`'s.
"""

from pipeline.claims.assemble import extract_claims

__all__ = ["extract_claims"]
