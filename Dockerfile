# syntax=docker/dockerfile:1
# One image for api, worker and emulator; the command chooses. Debian, because Temporal's native part needs glibc.
# For a build that can be told apart from every other: --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build

FROM base AS modules
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

FROM ${NODE_IMAGE}
# The slim image has no certificates; TLS to Temporal Cloud, AWS and Atlas needs them.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/* \
  && mkdir /data && chown node:node /data
ENV NODE_ENV=production WORKFLOW_BUNDLE=/app/dist/workflows.js
# Of the container's memory. A worker has two heaps, its own and that of the workflows, and the engine's native part beside them.
ENV NODE_OPTIONS=--max-old-space-size-percentage=40
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY docker/healthy.js docker/healthy.js
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/api/server.js"]
