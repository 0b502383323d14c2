# Three stages: packages, build, and a small image that runs as an ordinary user.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS packages
WORKDIR /plumbline
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev

FROM packages AS build
COPY . .
ENV NEXT_TELEMETRY_DISABLED=1
RUN npm run build

# Migrations, backup and restore: the commands need the packages, the server does not.
FROM packages AS commands
COPY . .
USER node
CMD ["npm", "run", "migrate"]

FROM ${NODE} AS server
WORKDIR /plumbline
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 HOSTNAME=0.0.0.0
COPY --from=build --chown=node:node /plumbline/.next/standalone ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "workers.mjs"]
