// stdin: {matchers, lines}; stdout: the problems that VS Code's matchers find in the lines.
import fs from "node:fs";
import { parseProblemMatchersJson } from "@rushstack/problem-matcher";

const { matchers, lines } = JSON.parse(fs.readFileSync(0, "utf8"));
const found = parseProblemMatchersJson(matchers).flatMap((matcher) =>
  [...lines.map((line) => matcher.exec(line)), ...matcher.flush?.() ?? []].filter(Boolean).flat());
console.log(JSON.stringify(found));
