// node review.cjs MODULES CHROMIUM PLAN.json: answers doubtful pairs as a reviewer does, by keyboard alone, in three layouts, without scripts, and while the server goes away.
// PLAN: {program, scratch, town, keys, shots, stories: [{name, tells, ...}]}. Prints a line for each thing that is wrong; the exit code is 1 then.
'use strict';
const fs = require('fs');
const path = require('path');
const {Served} = require('./workspace_server.cjs');
const {Walker} = require('./workspace_walker.cjs');
const {Keyboard} = require('./review_keyboard.cjs');
const {tree_of} = require('./heard.cjs');
const [modules, chromium_path, plan_path] = process.argv.slice(2);
const {chromium} = require(path.join(modules, 'playwright-core'));
const plan = JSON.parse(fs.readFileSync(plan_path, 'utf8'));
plan.axe = fs.readFileSync(path.join(modules, 'axe-core/axe.min.js'), 'utf8');

let wrong = 0;
const complain = text => { ++wrong; console.log(text); };

// ---- what the ledger says

const bodies = folder => fs.readdirSync(path.join(folder, 'ledger')).filter(name => name.endsWith('.bodies.jsonl'))
  .flatMap(name => fs.readFileSync(path.join(folder, 'ledger', name), 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).body));
const decisions = folder => bodies(folder).filter(body => body.decision && body.task);
const acts = folder => new Set(decisions(folder).map(body => body.task)).size;
const retractions = folder => bodies(folder).filter(body => body.entry && body.reason !== undefined && !body.decision).length;

// ---- at the screen

class Reviewing {
  constructor(walker, served, story, folder) {
    Object.assign(this, {walker, served, story, folder});
    this.complain = walker.complain;
  }
  get page() { return this.walker.page; }
  // What is shown once has been read.
  async read_first() {
    for (let tries = 0; tries < 4 && await this.walker.has('form[action="/founding"]'); ++tries) {
      for (const tick of await this.page.locator('main input[type=checkbox]').all()) await tick.check();
      await this.walker.press('form[action="/founding"] button >> nth=0');
    }
  }
  async come_in(more = []) {
    await this.walker.come_in(await this.served.start(this.folder, more));
    await this.read_first();
    const button = this.page.locator(`form[action="/language"] button[value=${this.story.language}]`);
    if (await button.count() && await button.getAttribute('aria-current') === null) await this.walker.press(button);
    await this.open();
  }
  async open() {
    await this.walker.wait_until(async () => { await this.page.goto(this.served.origin + '/review'); return this.walker.has('.task, #review-live'); }, 'a task');
    this.keys = new Keyboard(await this.walker.context.newCDPSession(this.page), this.story.layout || 'en');
  }
  async current() {
    return this.page.evaluate(() => {
      const card = document.querySelector('#review-tasks > .task');
      return card && {key: card.dataset.key, hidden: card.hidden, records: card.querySelectorAll('[name=about]').length, names: card.querySelector('caption')?.textContent || '',
                      focused: card.contains(document.activeElement) && document.activeElement.classList.contains('verdicts')};
    });
  }
  // Whoever is quicker than the server waits for the next tasks.
  async waiting() {
    await this.walker.wait_until(async () => { const task = await this.current(); return task && !task.hidden; }, 'a task to answer');
    return this.current();
  }
  async saved(count) {
    await this.walker.wait_until(async () => acts(this.folder) >= count && !await this.page.locator('#review-saving').isVisible(), `${count} answers in the ledger`, 20);
    if (acts(this.folder) !== count) this.complain(`${acts(this.folder)} answers are in the ledger instead of ${count}`);
  }
  // One key, and another task is there at once.
  async answer(...codes) {
    const before = await this.waiting();
    if (!before.focused && !this.looked) this.complain(`the focus is not on the answers before ${codes}`);
    for (const code of codes) await this.keys.press(code);
    const after = await this.current();
    if (after && after.key === before.key) this.complain(`${codes}: the same task is still shown`);
    return before;
  }
}

// What somebody hears who does not see the page: both records, each difference, what each key does.
const hears = async at => {
  const tree = (await tree_of(at.page)).map(node => `${node.role}: ${node.name}`);
  const has = pattern => tree.some(line => pattern.test(line));
  const references = await at.page.locator('#review-tasks > .task:first-child thead bdi').allInnerTexts();
  for (const reference of references) if (reference.includes(':') && !has(new RegExp('^group: .*' + reference.replace(/[#.]/g, '\\$&')))) at.complain(`the group of answers does not name ${reference}`);
  if (new Set(references).size < 2) at.complain(`${references.length} records are named`);
  for (const reference of references) if (!tree.some(line => line.startsWith('columnheader: ') && line.includes(reference))) at.complain(`no column is heard to be of ${reference}`);
  // As it is written there: the sign of a difference is for who sees, its word for who hears.
  const rows = await at.page.locator('#review-tasks > .task:first-child .compared tbody th[scope=row]').evaluateAll(all => all.map(one => {
    const heard = one.cloneNode(true);
    for (const hidden of heard.querySelectorAll('[aria-hidden]')) hidden.remove();
    return {text: heard.textContent.trim(), differs: one.parentElement.classList.contains('differs')};
  }));
  const close = text => text.replace(/\s+/g, '');
  const heard = new Set(tree.map(close));
  const unlike = /(they differ|различаются|nearly the same|почти)/;
  if (!rows.some(row => unlike.test(row.text))) at.complain('no row is heard to differ');
  for (const row of rows) if (!heard.has(close('rowheader: ' + row.text)) || (row.differs && !unlike.test(row.text))) at.complain(`it is not heard how alike this row is: ${row.text}`);
  for (const digit of ['1', '2', '3', '4', '5', '0']) if (!has(new RegExp(`^button: ${digit} `))) at.complain(`no button says what ${digit} does`);
  if (!has(/^status/)) at.complain('there is no live region');
};

const prints = async at => {
  await at.page.emulateMedia({media: 'print'});
  const seen = await at.page.evaluate(() => ({buttons: [...document.querySelectorAll('button, .button, .verdicts')].filter(one => one.getClientRects().length).length, table: Boolean(document.querySelector('.compared').getClientRects().length),
                                              tasks: [...document.querySelectorAll('.task')].filter(one => one.getClientRects().length).length, foot: document.querySelector('main > .printed').innerText}));
  if (seen.buttons) at.complain(`${seen.buttons} buttons are printed`);
  if (!seen.table || seen.tasks < 2) at.complain('the records are not printed');
  if (!/\d{4}/.test(seen.foot)) at.complain(`run and day are not in the footer: ${seen.foot}`);
  const sheet = await at.page.pdf({preferCSSPageSize: true});
  if (sheet.length < 5000) at.complain('the printed sheet is empty');
  await at.page.emulateMedia({media: null});
};

// Twenty by keyboard alone, one wrong answer undone after a restart, count again, read what changed.
const twenty = async at => {
  const {walker} = at;
  await walker.open_browser();
  const {page} = at;
  await at.come_in();
  await walker.look('task', {main: 0});
  if (!(await at.current()).focused) await at.open();
  await hears(at);
  if (await walker.has('.weight')) at.complain('a weight is shown before the answer');
  await at.keys.press('KeyW');
  await walker.wait_until(() => walker.has('#review-tasks > .task:first-child .weight'), 'a weight');
  await at.answer('Digit2');
  await at.saved(1);
  if (!decisions(at.folder)[0].saw_weight) at.complain('the entry does not say that the weight was seen');
  if (!await page.locator('form.count-again .main').isVisible()) at.complain('it is not offered to count again with the answers');
  await at.keys.press('Digit1', {repeat: true});  // a key that is held down
  let marked = false, done = 1;
  const ways = ['Digit1', 'Digit2', 'Digit3', 'Digit2', 'Digit2', 'Digit1', 'Digit2', 'Digit2', 'Digit3', 'Digit2', 'Digit2', 'Digit2', 'Digit1', 'Digit2', 'Digit2', 'Digit2'];
  for (const way of ways) {
    const task = await at.waiting();
    if (task.records > 2 && !marked) {
      marked = true;
      await at.answer('Shift+Digit1', 'Shift+Digit2', 'Digit1');
    } else await at.answer(way);
    ++done;
  }
  await at.saved(done);
  // Why is written with the keyboard too, and its letters answer nothing.
  await at.waiting();
  await at.keys.press('KeyR');
  await page.keyboard.type('12 years older');
  if (acts(at.folder) !== done) at.complain('what is written in a field answers the task');
  await at.keys.press('Enter');
  await at.answer('Digit2');
  await at.waiting();
  await at.keys.press('Digit4');
  await walker.wait_until(() => walker.has('.which:not([hidden])'), 'the question which and why');
  await at.keys.press('Enter');  // nothing is marked yet
  if (await walker.has('.which[hidden]') && !await walker.has('.which:not([hidden])')) at.complain('out of scope was sent without a record');
  await at.keys.press('Digit1');
  await at.keys.press('KeyR');
  await page.keyboard.type('an invented reason');
  const out = await at.waiting();
  await at.keys.press('Enter');
  await walker.wait_until(async () => (await at.waiting()).key !== out.key, 'the task behind the one out of scope');
  await at.keys.press('Digit5');
  await at.keys.press('Digit2');
  await at.keys.press('Enter');
  done += 3;
  await at.saved(done);
  const said = decisions(at.folder);
  for (const verdict of ['same', 'different', 'unsure', 'out_of_scope', 'no_person']) if (!said.some(body => body.decision === verdict)) at.complain(`no answer is ${verdict}`);
  if (!said.some(body => body.reason === '12 years older')) at.complain('the reason is not in the ledger');
  if (said.some(body => body.decision === 'out_of_scope' && (body.records.length !== 1 || body.reason !== 'an invented reason'))) at.complain('out of scope speaks of something else');
  await at.answer('Digit0');
  await walker.wait_until(() => page.locator('#review-skipped').isVisible(), 'what was skipped');
  if (done !== 20) at.complain(`${done} answers instead of twenty`);
  await walker.look('twenty', {main: null});
  await prints(at);

  at.looked = true;  // by Tab, which leaves the focus elsewhere
  const mistaken = await at.answer('Digit1');  // the wrong one
  at.looked = false;
  await at.saved(done + 1);
  await at.served.end('SIGKILL');
  await walker.context.clearCookies();
  await at.come_in();
  const first = await page.locator('#review-strip li').first().innerText();
  const reference = /\S+:\S+/.exec(mistaken.names)[0];
  if (!first.includes(reference)) at.complain(`the last answer is not named in the words of its rows: ${first.slice(0, 200)} has no ${reference}`);
  await page.locator('body').press('Tab');
  await at.keys.press('KeyU');
  await walker.wait_until(async () => retractions(at.folder) > 0 && (await page.locator('#review-strip li').first().innerText()) !== first, 'the wrong answer taken back');
  if (await page.locator(`#review-tasks > [data-key="${mistaken.key}"]`).count() !== 1) at.complain('the task that was answered wrongly does not wait again');

  await walker.look('to-count', {main: 1});
  await page.locator('form.count-again .main').focus();
  await Promise.all([page.waitForNavigation(), at.keys.press('Enter')]);
  await walker.wait_until(async () => { await page.goto(at.served.origin + '/review'); return walker.has('.review-changes'); }, 'what changed');
  const rows = await page.locator('.review-changes tbody tr').allInnerTexts();
  if (rows.length !== 4) at.complain(`what changed has ${rows.length} rows`);
  if (!/\+\d/.test(rows[0])) at.complain(`no decision was followed: ${rows[0]}`);
  await walker.look('changed', {main: null});
};

// The place of a key counts, in every layout; the keys can be turned off, and stay so.
const layouts = async at => {
  const {walker} = at;
  await walker.open_browser();
  const {page} = at;
  await at.come_in();
  await at.answer('Digit2');
  await at.answer('Digit1');
  await at.saved(2);
  await at.keys.press('KeyW');
  await walker.wait_until(() => walker.has('#review-tasks > .task:first-child .weight'), 'a weight');
  await at.keys.press('KeyU');
  await walker.wait_until(() => retractions(at.folder) > 0, 'the last answer taken back');
  await at.keys.press('Slash');
  if (!await page.locator('#review-keys').evaluate(one => one.open)) at.complain('the key of help shows no help');
  await page.locator('#review-keys-off').focus();
  await at.keys.press('Enter');
  await page.reload();
  const before = await at.current();
  const entered = decisions(at.folder).length;
  await at.keys.press('Digit1');
  if ((await at.current()).key !== before.key) at.complain('keys answer although they are turned off');
  await page.locator('#review-tasks > .task:first-child [value=different]').focus();
  await at.keys.press('Enter');
  await walker.wait_until(() => decisions(at.folder).length > entered, 'an answer by the button itself');
};

// Everything by forms and links.
const forms = async at => {
  const {walker} = at;
  await walker.open_browser();
  const {page} = at;
  await at.come_in();
  await walker.look('forms', {main: 0});
  await walker.press('.answer [value=different]');
  await at.saved(1);
  await walker.expect_text(/Сохранено/, 'it says that it is saved');
  await walker.press('.answer a.weights');
  if (!await walker.has('.weight')) at.complain('no weight is shown');
  await walker.type('.answer [name=reason]', 'вымышленная причина');
  await Promise.all([page.waitForNavigation(), page.locator('.answer [name=reason]').first().press('Enter')]);
  if (acts(at.folder) !== 1) at.complain('Enter in the reason answers');
  if (await page.locator('.answer [name=reason]').first().inputValue() !== 'вымышленная причина') at.complain('what was typed is lost');
  await walker.press('.answer [value=out_of_scope]');
  await walker.look('which', {main: null});
  if (!await walker.has('.refused-answer')) at.complain('which record is not asked');
  await page.locator('.answer [name=about]').first().check();
  await walker.press('.answer [value=out_of_scope]');
  await at.saved(2);
  if (!decisions(at.folder)[1].saw_weight) at.complain('the entry does not say that the weight was seen');
  const skipped = await page.locator('.task').first().getAttribute('data-key');
  await walker.press('.answer [value=skip]');
  if (await page.locator('.task').first().getAttribute('data-key') === skipped) at.complain('it was not skipped');
  await walker.press('.review-strip form button');
  if (retractions(at.folder) !== 1) at.complain('it was not undone');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[href="/review/table?limit=200"]').click()]);
  if (!/xlsx$/.test(file.suggestedFilename())) at.complain('the table for Excel is not there');
};

// The session ends, the server is killed, two tabs show one task: no answer is lost, none counts twice.
const away = async at => {
  const {walker} = at;
  await walker.open_browser();
  const {page} = at;
  await at.come_in();
  walker.expects_gone = true;
  await walker.context.clearCookies();
  await at.answer('Digit2');
  await at.answer('Digit1');
  await walker.wait_until(() => page.locator('#review-waiting').isVisible(), 'that it is not saved yet');
  if (acts(at.folder) !== 0) at.complain('an answer was taken from somebody who is not signed in');
  const link = await at.served.another_link();
  const tab = await walker.context.newPage();
  await tab.goto(link);
  await at.saved(2);
  await at.served.end('SIGKILL');
  await at.answer('Digit3');
  await at.answer('Digit2');
  await page.waitForTimeout(500);
  const asks = await page.evaluate(() => { const event = new Event('beforeunload', {cancelable: true}); window.dispatchEvent(event); return event.defaultPrevented; });
  if (!asks) at.complain('closing the tab does not ask while answers are not saved');
  await tab.goto(await at.served.start(at.folder, ['--port', String(at.served.port)]));
  await at.saved(4);
  await tab.goto(at.served.origin + '/review');
  const here = await at.current();
  const there = await tab.locator('.task').first().getAttribute('data-key');
  if (here.key !== there) at.complain('two tabs show different tasks');
  await at.answer('Digit2');
  await at.saved(5);
  await tab.locator('.task [value=different]').first().click();
  await tab.waitForTimeout(1500);
  await at.saved(5);
  await tab.close();
};

// The key that signs has a passphrase: it is asked for once, in the page, and the answers that wait are sent then.
const passphrase = async at => {
  const {walker} = at;
  await walker.open_browser();
  const {page} = at;
  await at.come_in();
  await at.answer('Digit2');
  await walker.wait_until(() => page.locator('#review-asked input[name=passphrase]').isVisible(), 'the question for the passphrase');
  if (acts(at.folder) !== 0) at.complain('an answer was signed without the passphrase');
  await walker.screenshot('asked');
  await page.keyboard.type('wrong 12');
  await page.keyboard.press('Enter');
  await walker.wait_until(async () => await page.locator('#review-asked input[name=passphrase]').isVisible() && await page.locator('#review-asked input[name=passphrase]').inputValue() === '', 'the question once more');
  await page.locator('#review-asked input[name=passphrase]').fill('an invented passphrase');
  await page.locator('#review-asked button').click();
  await at.saved(1);
  await at.answer('Digit1');
  await at.saved(2);
};

const stories = {twenty, layouts, forms, away, passphrase};

const tell = async (browser, story) => {
  const began = Date.now();
  const home = path.join(plan.scratch, story.name);
  fs.mkdirSync(home, {recursive: true});
  const folder = path.join(home, 'town');
  const keys = story.keys ? plan[story.keys] : plan.keys;
  fs.cpSync(keys, path.join(home, 'keys'), {recursive: true});  // the folder has moved, and its key follows
  fs.cpSync(story.town ? plan[story.town] : plan.town, folder, {recursive: true});
  const served = new Served(plan, home);
  const walker = new Walker(browser, served, plan, story, complain);
  try {
    await stories[story.tells](new Reviewing(walker, served, story, folder));
  } catch (error) {
    complain(`${story.name}: ${error.message.split('\n').slice(0, 6).join(' | ')} [at ${walker.address()}] ${(error.stack || '').split('\n').filter(line => /review\.cjs/.test(line)).slice(0, 2).join(' ')}`);
    await walker.screenshot('failed').catch(() => {});
  }
  await walker.close();
  await served.end();
  console.log(`  ${story.name}: ${((Date.now() - began) / 1000).toFixed(1)} s, ${walker.screens.size} screens`);
};

(async () => {
  const browser = await chromium.launch({executablePath: chromium_path, args: ['--no-sandbox', '--disable-gpu']});
  for (const story of plan.stories) await tell(browser, story);
  await browser.close();
  console.log(`${plan.stories.length} stories told; ${wrong} wrong`);
  process.exit(wrong ? 1 : 0);
})();
