#!/usr/bin/env bash
# Checks what is in deploy/ with the tools of those who will read it: `deploy/check.sh`, or a part of it: `deploy/check.sh aws`.
# Needs Python with pip, and for the chart Go (or `helm` on the PATH). The tools are kept in node_modules/.cache/offerdesk/deploy;
# npm test needs none of them.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=node_modules/.cache/offerdesk/deploy
mkdir -p "$tools"

# python <name> <requirement …>: a virtual environment of its own, made once.
python() {
  local name=$1
  shift
  [ -x "$tools/$name/bin/$name" ] && return
  python3 -m venv "$tools/$name"
  "$tools/$name/bin/pip" install --quiet --disable-pip-version-check "$@"
}

check_aws() {
  python cfn-lint cfn-lint==1.58.0
  "$tools/cfn-lint/bin/cfn-lint" --regions us-east-1 -- deploy/aws/*.yaml
  echo "deploy/aws: cfn-lint finds nothing"
}

for part in "${@:-aws}"; do "check_$part"; done
