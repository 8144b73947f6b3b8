import { messageDomainOf, messageIdOf, type MessageIdentity } from './message-id';

const identity: MessageIdentity = {
  recipient: 'pii:abc',
  instant: '2018-12-07T01:00:00.000Z',
  content: { subject: 'Còn 7 ngày', text: 'thân thư', html: '<p>thân thư</p>' },
  entries: ['directive/d/round/report/2018/0@9'],
  domain: 'dondoc.example.vn',
};

test('the same message has the same id, for ever', () => {
  expect(messageIdOf(identity)).toBe(messageIdOf(structuredClone(identity)));
  expect(messageIdOf(identity)).toBe(
    '<c72906415516688f46c64f12b6b50ff5f5d4386d@dondoc.example.vn>',
  );
});

test.each([
  ['recipient', { recipient: 'pii:abd' }],
  ['instant', { instant: '2018-12-07T01:00:00.001Z' }],
  ['content', { content: { ...identity.content, text: 'khác' } }],
  ['entries', { entries: [...identity.entries, 'directive/d/round/report/2018/0@10'] }],
])('another %s makes another id', (_name, changed) => {
  expect(messageIdOf({ ...identity, ...changed })).not.toBe(messageIdOf(identity));
});

test('another look of the same words is the same message', () => {
  const restyled = { ...identity, content: { ...identity.content, html: '<div>thân thư</div>' } };
  expect(messageIdOf(restyled)).toBe(messageIdOf(identity));
});

test('the host of the id comes from the sender’s address', () => {
  expect(messageDomainOf('Dondoc <dondoc@Example.VN>')).toBe('dondoc.example.vn');
  expect(messageDomainOf('dondoc@dondoc.example.vn')).toBe('dondoc.example.vn');
  expect(messageDomainOf('dondoc@localhost')).toBe('dondoc.localhost');
});
