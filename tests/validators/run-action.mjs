// A composite action, read and evaluated by GitHub's own packages, its shell steps run by bash.
// stdin: {action, inputs, github, runner, given: {id: outputs}, cwd, env}. Steps that are
// given are not run. stdout: what came of all others.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Evaluator, Lexer, Parser, data } from "@actions/expressions";
import { NoOperationTraceWriter } from "@actions/workflow-parser";
import { parseAction } from "@actions/workflow-parser/actions/action-parser";
import { convertActionTemplate } from "@actions/workflow-parser/actions/action-template";

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const file = { name: "action.yml", content: fs.readFileSync(asked.action, "utf8") };
const parsed = parseAction(file, new NoOperationTraceWriter());
const errors = parsed.context.errors.getErrors().map((error) => error.message);
const action = JSON.parse(JSON.stringify(convertActionTemplate(parsed.context, parsed.value)));

const defaults = action.inputs.map((input) => [input.id, input.default ?? ""]);
const contexts = {
  inputs: { ...Object.fromEntries(defaults), ...asked.inputs },
  github: asked.github, runner: asked.runner, steps: {},
};
let failed = false;
const status = { name: "success", minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(!failed) };
const always = { name: "always", minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(true) };
const functions = new Map([["success", status], ["always", always]]);

function value(token) {
  if (token === null || typeof token !== "object") return String(token ?? "");
  if (token.expr === undefined) throw new Error(`not understood: ${JSON.stringify(token)}`);
  const { tokens } = new Lexer(token.expr).lex();
  const tree = new Parser(tokens, Object.keys(contexts), [status, always]).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver);
  return new Evaluator(tree, known, functions).evaluate().coerceString();
}

function mapping(token) {
  return Object.fromEntries((token?.map ?? []).map((one) => [one.Key, value(one.Value)]));
}

function outputs(text) {
  return Object.fromEntries(text.split("\n").filter(Boolean).map((line) => line.split(/=(.*)/s)));
}

const temporary = asked.runner.temp;
const done = [];
for (const step of action.runs.steps) {
  const ran = value(step.if) === "true";
  const result = { id: step.id, name: String(step.name), ran };
  done.push(result);
  if (!ran) continue;
  if (asked.given[step.id]) {
    contexts.steps[step.id] = { outputs: asked.given[step.id] };
    continue;
  }
  if (step.uses) {
    const name = String(step.uses).split("@")[0];
    result.uses = name;
    contexts.steps[step.id] = { outputs: {} };
    continue;
  }
  const script = path.join(temporary, `step-${done.length}.sh`);
  const output = path.join(temporary, `output-${done.length}`);
  fs.writeFileSync(script, String(step.run));
  fs.writeFileSync(output, "");
  const env = { ...process.env, ...asked.env, ...mapping(step.env), GITHUB_OUTPUT: output };
  const shell = ["--noprofile", "--norc", "-e", "-o", "pipefail", script];
  const ended = spawnSync("bash", shell, { cwd: asked.cwd, env, encoding: "utf8" });
  Object.assign(result, { code: ended.status, out: ended.stdout, err: ended.stderr });
  failed ||= ended.status !== 0;
  contexts.steps[step.id] = { outputs: outputs(fs.readFileSync(output, "utf8")) };
}
const given = action.outputs.map((one) => [one.id, value(one.value)]);
console.log(JSON.stringify({ errors, steps: done, failed, outputs: Object.fromEntries(given) }));
