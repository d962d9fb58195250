#!/bin/sh
# What CI runs: the rules are sound, their examples pass, the reports tie out.
set -eu
tieout fmt --check rules
tieout lint rules
tieout test rules
tieout check --format github reports
