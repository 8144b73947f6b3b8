# One image for every app: docker-compose.yml says which one a container runs. Debian, since Temporal's core needs glibc.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim AS runtime
# Room for what lives shortly, as scripts/foreground.mjs gives it.
ENV NODE_ENV=production TZ=UTC NODE_OPTIONS=--max-semi-space-size=32
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/dist ./dist
COPY --from=build /app/bin ./bin
COPY --from=build /app/verify ./verify
# Where volumes are mounted: a new one has the owner of the folder.
RUN install -d -o node -g node -m 700 /keys /checkpoints /backup
USER node
EXPOSE 3000 9464
CMD ["node", "dist/apps/api/main.js"]
