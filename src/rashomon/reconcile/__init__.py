"""What the record makes of its incidents: findings under a named policy, disagreements, ties.

`reconciler.Reconciler` turns an incident's figures into findings by the policies of `policies`; what all policies
share is in `common`; who is counted is in `fields`. `disagreements`, `stances` and `ties` read the claims themselves.
"""
