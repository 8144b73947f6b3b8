/** Makes a database that is not there yet. */
import { Client } from 'pg';

/** @param name of ours: it is put into the statement as it is */
export async function createDatabase(
  adminUrl: string,
  name: 'dondoc_drill' | 'dondoc_live',
): Promise<string> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    }
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
