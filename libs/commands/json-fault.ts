/**
 * Where a text stops being JSON: line and column, never the text itself, so that a refusal repeats nothing of a body.
 * Also refuses nesting deeper than any body of ours, before a parser or a schema has to follow it.
 */
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

const DEEPEST = 64;

export type JsonPosition = { readonly line: number; readonly column: number };

/** Null when the text is JSON that is not nested too deeply. */
export function jsonFault(text: string): JsonPosition | null {
  const fault = scan(text);
  return fault === null ? null : positionOf(text, fault);
}

/** The offset of the first fault. One pass with a stack of open brackets. */
function scan(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let at = skip(text, 0);
  let expected: 'value' | 'first' | 'key' | 'firstKey' | 'after' = 'value';
  for (;;) {
    const char = text[at];
    if (expected === 'after') {
      if (open.length === 0) return at === text.length ? null : at;
      const object = open.at(-1) === '{';
      if (char === ',') expected = object ? 'key' : 'value';
      else if (char === (object ? '}' : ']')) open.pop();
      else return at;
      at = skip(text, at + 1);
    } else if (expected === 'firstKey' && char === '}') {
      open.pop();
      expected = 'after';
      at = skip(text, at + 1);
    } else if (expected === 'key' || expected === 'firstKey') {
      const end = match(STRING, text, at);
      if (end === null) return at;
      const colon = skip(text, end);
      if (text[colon] !== ':') return colon;
      at = skip(text, colon + 1);
      expected = 'value';
    } else if (expected === 'first' && char === ']') {
      open.pop();
      expected = 'after';
      at = skip(text, at + 1);
    } else if (char === '{' || char === '[') {
      if (open.push(char) > DEEPEST) return at;
      expected = char === '{' ? 'firstKey' : 'first';
      at = skip(text, at + 1);
    } else {
      const end = match(STRING, text, at) ?? match(NUMBER, text, at) ?? match(WORD, text, at);
      if (end === null) return at;
      expected = 'after';
      at = skip(text, end);
    }
  }
}

function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function skip(text: string, at: number): number {
  return match(SPACE, text, at) ?? at;
}

function positionOf(text: string, offset: number): JsonPosition {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
