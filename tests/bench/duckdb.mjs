// The same 34 checks in DuckDB, one thread. Prints seconds as JSON: over the file (read, cast,
// flatten, check), and over a table that is in memory.
//
// usage: node duckdb.mjs FILE.ndjson      (npm install @duckdb/node-api)
import {DuckDBInstance} from '@duckdb/node-api';

const file = process.argv[2];
const money = ['total', 'basic', 'personnel', 'public', 'project', 'superior_paid', 'operating',
               'affiliated', 'surplus', 'cumulative'];
const rows = [1, 2, 3, 4];
const shares = [1, 2, 3];
const list = (items) => items.join(', ');

const flat = list([
  ...rows.flatMap((row) => money.map((column) => `spending[${row}].${column} AS ${column}${row}`)),
  ...[1, 2, 3].flatMap((row) => ['established', 'actual'].map(
      (column) => `staffing[${row}].${column} AS ${column}${row}`)),
  ...shares.flatMap((row) => [
    ...['part', 'whole'].map((column) =>
        `CAST(replace(shares[${row}].${column}, '万元', '') AS DECIMAL(18,2)) AS ${column}${row}`),
    `shares[${row}].percent AS percent${row}`])]);

const source = `read_ndjson('${file}', columns = {
  schema: 'VARCHAR', entity: 'VARCHAR', period: 'VARCHAR',
  staffing: 'STRUCT(kind VARCHAR, established BIGINT, actual BIGINT)[]',
  spending: 'STRUCT(unit VARCHAR, ${list(money.map((column) => `${column} DECIMAL(18,2)`))})[]',
  shares: 'STRUCT(name VARCHAR, part VARCHAR, whole VARCHAR, percent DECIMAL(18,2))[]'})`;

const checks = [
  ...money.map((column) => `${column}1 = ${column}2 + ${column}3 + ${column}4`),
  ...rows.flatMap((row) => [
    `total${row} = basic${row} + project${row} + superior_paid${row} + operating${row} + affiliated${row}`,
    `basic${row} = personnel${row} + public${row}`,
    `basic${row} <= total${row}`,
    `cumulative${row} >= 0`]),
  'established1 = established2 + established3', 'actual1 = actual2 + actual3',
  ...[1, 2, 3].map((row) => `actual${row} <= established${row}`),
  // A stated percentage may be off by half of its last digit: 2 x |percent x whole - 100 x part|
  // <= 0.01 x whole, without a division.
  ...shares.map((row) => `2 * abs(percent${row} * whole${row} - 100 * part${row}) <= 0.01 * whole${row}`)];
const counts = list(checks.map((check, i) => `count(*) FILTER (WHERE NOT (${check})) AS c${i}`));

const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run('SET threads TO 1');

async function seconds(times, query) {
  let best = Infinity;
  let failed = 0;
  for (let i = 0; i < times; ++i) {
    const begin = process.hrtime.bigint();
    const reader = await connection.runAndReadAll(query);
    best = Math.min(best, Number(process.hrtime.bigint() - begin) / 1e9);
    failed = reader.getRows()[0].reduce((sum, count) => sum + Number(count), 0);
  }
  return {seconds: best, failed};
}

const whole = await seconds(3, `SELECT ${counts} FROM (SELECT ${flat} FROM ${source})`);
await connection.run(`CREATE TABLE reports AS SELECT ${flat} FROM ${source}`);
const memory = await seconds(7, `SELECT ${counts} FROM reports`);
console.log(JSON.stringify({checks: checks.length, whole, memory}));
process.exit(0);
