// Every screen of an investigation that was counted (plan.town), and what is shown of what is not there.
'use strict';

const ours = ['/', '/lists', '/lists/hospital', '/lists/hospital/bad', '/settings', '/number', '/publish', '/review', '/history', '/persons', '/persons?q=qqqq', '/threshold', '/model', '/jobs', '/copy', '/help', '/help/review'];
const missing = ['/nothing', '/lists/nothing', '/lists/..%2f..%2fetc', '/lists/%00', '/jobs/999', '/help/nothing', '/persons/table/exe', '/persons/ffffffffffffffff', '/persons/..%2f..%2fetc', '/model/nothing/csv'];

const screens = async (walker, served, plan, story) => {
  await walker.open_browser();
  await walker.come_in(await served.start(plan.town));
  if (story.language !== 'en') {
    const button = walker.page.locator(`form[action="/language"] button[value=${story.language}]`);
    if (await button.count()) await walker.press(button);
  }
  await walker.wait_until(async () => { await walker.page.goto(served.origin + '/persons'); return walker.has('main table'); }, 'lists that are read', 60);
  for (const where of ours) {
    const answer = await walker.page.goto(served.origin + where);
    if (answer.status() !== 200) walker.complain(`${answer.status()} for ${where}`);
    else await walker.look('town-' + where, {main: null});
  }
  for (const where of missing) {
    const answer = await walker.page.goto(served.origin + where);
    if (answer.status() < 400 || answer.status() >= 500) walker.complain(`${answer.status()} for ${where}`);
    if (/html/.test(answer.headers()['content-type'])) await walker.look('missing-' + where, {main: null});
  }
  const text = await walker.page.content();
  if (/root:/.test(text)) walker.complain('a file of the computer is shown');
};

module.exports = {screens};
