# Demarc as an image: Node 24, the dependencies of the lockfile without those of development, and an unprivileged user.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400 DATABASE_URL=sqlite:/data/demarc.db
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY launch.mjs LICENSE ./
COPY bin bin
COPY launch launch
COPY examples examples
COPY src src
RUN node -e "import('/app/launch/ready.mjs').then(({ stampPath, root }) => fs.copyFileSync('/app/package-lock.json', stampPath(root)))" \
  && mkdir -p /data node_modules/.cache && chown node:node /data node_modules/.cache
USER node
VOLUME /data
EXPOSE 4400
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "launch.mjs", "start"]
