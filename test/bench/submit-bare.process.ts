/** The baseline of `submit`: a Fastify route that inserts one row, durably, and answers. */
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { describeFailure, ownShutdown } from '../../libs/service';

async function serve(connectionString: string): Promise<void> {
  const shutdown = ownShutdown({ log: () => {} });
  const pool = new Pool({ connectionString, max: 10 });
  shutdown.onShutdown('database', () => pool.end());
  await pool.query(
    'CREATE TABLE IF NOT EXISTS public.bare (id uuid PRIMARY KEY, body json NOT NULL)',
  );
  const server = Fastify();
  server.post('/', async (request) => {
    const id = randomUUID();
    await pool.query('INSERT INTO public.bare (id, body) VALUES ($1, $2)', [
      id,
      JSON.stringify(request.body),
    ]);
    return { id };
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  shutdown.onShutdown('server', () => server.close());
  process.stdout.write(`listening at ${url}\n`);
}

serve(process.argv[2] ?? '').catch((thrown: unknown) => {
  process.stderr.write(`${describeFailure(thrown)}\n`);
  process.exitCode = 1;
});
