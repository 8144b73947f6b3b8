/** A schema as text, from the catalog: what a reader of the diff wants to know, and nothing that differs by machine. */
import type { Client } from 'pg';

const QUERIES: readonly [title: string, sql: string][] = [
  [
    'columns',
    `SELECT format('%s.%s.%s %s%s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
                   coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')) AS line
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE n.nspname = ANY ($1) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY n.nspname, c.relname, a.attnum`,
  ],
  [
    'constraints',
    `SELECT format('%s %s %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS line
     FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
     WHERE n.nspname = ANY ($1) AND k.contype <> 'n' ORDER BY 1`,
  ],
  ['indexes', `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = ANY ($1) ORDER BY 1`],
  [
    'triggers',
    `SELECT pg_get_triggerdef(t.oid) || CASE t.tgenabled WHEN 'A' THEN ' -- always' ELSE '' END AS line
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1) AND NOT t.tgisinternal ORDER BY 1`,
  ],
  [
    'functions',
    `SELECT pg_get_functiondef(p.oid) AS line FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = ANY ($1) ORDER BY p.proname`,
  ],
  [
    'rights on tables',
    `SELECT format('%s.%s: %s may %s', table_schema, table_name, grantee,
                   string_agg(privilege_type, ', ' ORDER BY privilege_type)) AS line
     FROM information_schema.role_table_grants
     WHERE table_schema = ANY ($1) AND grantee LIKE 'dondoc%' GROUP BY table_schema, table_name, grantee ORDER BY 1`,
  ],
  [
    'rights on single columns',
    `SELECT format('%s.%s (%s): %s may %s', n.nspname, c.relname, string_agg(a.attname, ', ' ORDER BY a.attnum),
                   r.grantee::regrole, r.privilege_type) AS line
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace,
     LATERAL aclexplode(a.attacl) r
     WHERE n.nspname = ANY ($1) GROUP BY n.nspname, c.relname, r.grantee, r.privilege_type ORDER BY 1`,
  ],
  [
    'rights on functions',
    `SELECT format('%s: %s', p.oid::regprocedure,
                   string_agg(r.grantee::regrole::text, ', ' ORDER BY r.grantee::regrole::text)) AS line
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, LATERAL aclexplode(p.proacl) r
     WHERE n.nspname = ANY ($1) AND r.grantee::regrole::text LIKE 'dondoc%' GROUP BY p.oid ORDER BY 1`,
  ],
];

export async function describeSchema(client: Client, schemas: readonly string[]): Promise<string> {
  const parts: string[] = [];
  for (const [title, sql] of QUERIES) {
    const { rows } = await client.query<{ line: string }>(sql, [schemas]);
    parts.push(`-- ${title}`, ...rows.map((row) => row.line.trim()), '');
  }
  return parts.join('\n');
}
