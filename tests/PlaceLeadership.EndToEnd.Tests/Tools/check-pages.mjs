// Holds the HTML files that are named to the rules, and says where one does not keep them.
import { HtmlValidate, StaticConfigLoader, formatterFactory } from "html-validate";
import { readFileSync } from "node:fs";

const loader = new StaticConfigLoader({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
  },
});
const checker = new HtmlValidate(loader);
const results = [];
for (const file of process.argv.slice(2)) {
  const report = await checker.validateString(readFileSync(file, "utf8"), file);
  results.push(...report.results);
}
if (results.some(result => result.errorCount + result.warningCount > 0)) {
  console.log(formatterFactory("text")(results));
  process.exitCode = 1;
}
