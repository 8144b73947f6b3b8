/** Answers over IPC what the verifier reports: one process for a whole test, the verifier at the path it is started with. */
const { verify } = await import(process.argv[2]);

process.on('message', async ({ id, args }) => {
  process.send({ id, report: await verify(args) });
});
process.send({ ready: true });
