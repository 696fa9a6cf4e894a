# Temporal's server with Temporal's own client, which asks it whether it is healthy.
FROM temporalio/admin-tools:1.32.0 AS tools

FROM temporalio/server:1.32.0
COPY --from=tools /usr/local/bin/temporal /usr/local/bin/temporal
