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

check_helm() {
  local helm sample rendered=$tools/rendered.yaml
  helm=$(command -v helm || echo "$tools/helm")
  [ -x "$helm" ] || GOBIN="$PWD/$tools" GOFLAGS=-mod=mod go install helm.sh/helm/v3/cmd/helm@v3.20.0
  # It carries the schemas of Kubernetes; for KEDA's own resource it has none, and says so.
  python kubernetes-validate kubernetes-validate==1.37.0
  # A helm that was built by itself believes in an old Kubernetes.
  local chart=(deploy/helm/offerdesk --kube-version 1.30.0 --values)
  for sample in deploy/helm/samples/*.yaml; do
    "$helm" lint --quiet --strict "${chart[@]}" "$sample"
    "$helm" template offerdesk "${chart[@]}" "$sample" >"$rendered"
    "$tools/kubernetes-validate/bin/kubernetes-validate" -k 1.30 -k 1.37 --strict --quiet "$rendered"
  done
  # What must not be rendered is not.
  for mistake in settings.PUBLIC_URL=http://desk.example.com existingSecret= settings.SESSION_SECRET=known worker.current=none; do
    if "$helm" template offerdesk "${chart[@]}" deploy/helm/samples/plain.yaml --set "$mistake" >/dev/null 2>&1; then
      echo "deploy/helm: rendered with $mistake" >&2
      exit 1
    fi
  done
  echo "deploy/helm: every sample holds, every mistake is refused"
}

[ $# -gt 0 ] || set -- aws helm
for part in "$@"; do "check_$part"; done
