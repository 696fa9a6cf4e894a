#!/bin/sh
# Makes sure that the namespace and the search attributes of the deals exist. TEMPORAL_ADDRESS says where.
set -eu

until temporal operator cluster health; do sleep 2; done

temporal operator namespace describe -n default >/dev/null 2>&1 \
  || temporal operator namespace create -n default --retention 30d

temporal operator search-attribute create -n default --name DealStage --name DealOwner --type Keyword
temporal operator search-attribute create -n default --name DealStuck --type Bool
