/** Doors that do not stand open: of a live system, which knows nobody yet, and of one whose parts are down. */
import { DRAFT, expectProblem } from './support/api-fixtures';
import { ask, CLERK, read, startDoor } from './support/api-process';

describe('a live system', () => {
  test('answers reads and refuses every write, since it knows nobody yet', async () => {
    const live = await startDoor('live');
    try {
      const answer = await ask(live.url, '/v1/directives', { body: { draft: DRAFT } });
      expectProblem(answer, 403, 'identity.none-yet');
      const put = await ask(live.url, '/v1/content', { body: 'x' });
      expectProblem(put, 403, 'identity.none-yet');
      const advance = await ask(live.url, '/v1/drill/advance', {
        body: { to: '2030-01-01T00:00:00.000Z' },
        headers: { 'x-dondoc-actor': 'x;operator;' },
      });
      expectProblem(advance, 403, 'identity.none-yet');
      expect((await read(live.url, '/v1/directives')).status).toBe(200);
    } finally {
      await live.stop();
    }
  });
});

describe('parts that are down', () => {
  test('without the engine a command is durable and gets a 202 with where to look', async () => {
    const door = await startDoor('engine-down');
    try {
      const answer = await ask(door.url, '/v1/directives', {
        body: { draft: DRAFT },
        headers: CLERK,
      });
      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({ status: 'waiting', outcome: null, seq: null });
      expect(answer.headers.get('location')).toBe(`/v1/commands/${String(answer.body.commandId)}`);
    } finally {
      await door.stop();
    }
  });

  test('without the database the answer says which part is down and keeps its reasons to the log', async () => {
    const door = await startDoor('database-down');
    try {
      const answer = await ask(door.url, '/v1/directives', { body: { draft: DRAFT } });
      expectProblem(answer, 503, 'part.down');
      expect(answer.body.params).toEqual({ part: 'PostgreSQL' });
      expect(JSON.stringify(answer.body)).not.toContain('ECONNREFUSED');
    } finally {
      await door.stop();
    }
  });

  test('without the store of bytes a file is not taken, a command is, and the log has the next step', async () => {
    const door = await startDoor('s3-down');
    try {
      const headers = { 'content-type': 'text/plain' };
      const put = await ask(door.url, '/v1/content', { body: 'x', headers });
      expectProblem(put, 503, 'part.down');
      expect(put.body.params).toEqual({ part: 's3' });
      expect(JSON.stringify(put.body)).not.toContain('s3.example');
      await door.prints('start what is at s3.example');
      const answer = await ask(door.url, '/v1/directives', { body: { draft: DRAFT } });
      expect(answer.status).toBe(201);
    } finally {
      await door.stop();
    }
  });
});
