// What makes pages handier where scripts run; each is whole without. Compiled by eng/design.sh.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

const each = (selector, make) => document.querySelectorAll(selector).forEach(make);

// Two taps on one button are one act.
each("button[type=submit]", button => new Button(button, { preventDoubleClick: true }));
each(".govuk-error-summary", summary => new ErrorSummary(summary));
each(".govuk-skip-link", link => new SkipLink(link));
