import { createClient } from './client';

const client = createClient({ url: 'http://127.0.0.1:1', lang: 'vi' });
const asking = { body: {}, actor: 'an;clerk;v28' };

test('nobody at the address is a part that is down', async () => {
  await expect(client.get('/v1/summary')).rejects.toMatchObject({ exit: 3 });
});

test('what no header can carry is a fault of usage, not a part that is down', async () => {
  const actor = 'an;đầu mối;v28';
  await expect(client.ask('/v1/directives', { ...asking, actor })).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/--as an;đầu mối;v28: .*clerk, focal/s),
  });
  await expect(client.ask('/v1/directives', { ...asking, key: 'khóa 1' })).rejects.toMatchObject({
    exit: 2,
    message: expect.stringContaining('--key khóa 1'),
  });
});
