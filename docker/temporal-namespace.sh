#!/bin/sh
# Makes sure that the namespace of the deals exists. TEMPORAL_ADDRESS says where.
set -eu

until temporal operator cluster health; do sleep 2; done

temporal operator namespace describe -n default >/dev/null 2>&1 \
  || temporal operator namespace create -n default --retention 30d
