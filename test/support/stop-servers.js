/** Stops what start-servers.js started: the process stops its parts when its channel to us closes. */
module.exports = async () => {
  const server = globalThis.dondocTestServers;
  if (!server) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.disconnect();
  await ended;
};
