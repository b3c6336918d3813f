// What people stumble over in the first hour: getting back in, the wrong header, one fault in fifty cells, the corrected file, the wrong answer.
'use strict';
const fs = require('fs');
const path = require('path');
const {found, bring, send_files, mend, home} = require('./workspace_afternoon.cjs');

// An investigation of three lists, as the afternoon leaves it before the count.
const three_lists = async (walker, served, plan, story) => {
  await walker.open_browser();
  await walker.come_in(await served.start());
  await found(walker, served, story);
  await bring(walker, plan, story);
};

// 1. Tab closed, browser started anew, icon pressed twice, away for too long: within two presses, and what was typed is there.
const back_in = async (walker, served, plan, story) => {
  await three_lists(walker, served, plan, story);
  await walker.page.close();
  await walker.open_tab();
  await walker.page.goto(served.origin + '/lists');
  await walker.expect_text(/hospital/, 'the tab that was closed and opened again');

  await walker.context.clearCookies();  // another browser, or this one started anew
  await walker.page.goto(served.origin + '/lists');
  if (!await walker.has('form[action="/in"]')) walker.complain('without a session there is no place for a link');
  await walker.screenshot('away');
  let before = walker.presses;
  const link = await served.another_link();
  await walker.type('input[name=link]', link);
  await walker.press('form[action="/in"] button');
  if (walker.presses - before > 2) walker.complain('more than two presses to get back in');
  await walker.expect_text(/hospital/, 'the same investigation after a new link');

  await walker.page.goto(served.origin + '/settings');
  const typed = 'A title that was typed and not saved';
  await walker.type('main [name=title]', typed);
  await walker.context.clearCookies();  // as after the thirteenth hour
  await walker.press('main form:has([name=title]) .main');
  if (!(await walker.page.content()).includes(typed)) walker.complain('what was typed is lost when the session has ended');
  await walker.screenshot('typed-text-carried');
  await walker.type('input[name=link]', await served.another_link());
  await walker.press('form[action="/in"] button');
  const value = await walker.page.locator(`[name=title]`).first().inputValue().catch(() => '');
  if (value !== typed) walker.complain(`after coming back the form has ${JSON.stringify(value)}`);

  const {Served} = require('./workspace_server.cjs');
  const second = new Served(plan, served.folder);
  const again = await second.start(path.join(served.folder, 'munaykent'));
  if (await second.ended !== 0) walker.complain('a second start does not end with 0');
  if (!again.startsWith(served.origin)) walker.complain('a second start is another server');
  await walker.open_tab();
  await walker.come_in(again);
  await walker.expect_text(/Munaykent|Мунайкент/, 'the same investigation after the icon was pressed twice');
};

// 2. No column is the name: Count waits, and says for which list; a choice in a menu is seen within a second.
const wrong_header = async (walker, served, plan, story) => {
  await walker.open_browser();
  const nameless = path.join(served.folder, 'strange.csv');
  fs.writeFileSync(nameless, 'x1,x2,x3\n' + Array.from({length: 12}, (_, at) => `${100 + at},${at % 2 ? 'a' : 'b'},2003-10-${10 + at}`).join('\n') + '\n');
  await walker.come_in(await served.start());
  await found(walker, served, story);
  await bring(walker, {...plan, desk: plan.desk}, story);
  await walker.page.goto(served.origin + '/lists');
  await walker.bring('form[action="/lists"] input[type=file]', [nameless]);
  await send_files(walker);
  await walker.wait_until(() => walker.has('form[action="/incoming"] select'), 'what the strange file is');
  for (const menu of await walker.page.locator('form[action="/incoming"] select').all()) {
    ++walker.presses;
    await menu.selectOption('list');
  }
  await walker.press('form[action="/incoming"] button.main');
  await home(walker);
  await walker.wait_until(async () => { await walker.page.reload(); return /strange/.test(await walker.text()); }, 'the list that Count waits for');
  if (await walker.has('form[action="/count"] button:not([disabled])')) walker.complain('it counts a list without names');
  await walker.page.goto(served.origin + '/lists/hospital');
  const menu = walker.page.locator('#header_row');
  const before = await walker.text();
  const options = await menu.locator('option').evaluateAll(all => all.map(one => one.value));
  const now = await menu.inputValue();
  const other = options.find(one => one !== now);
  if (other === undefined) return walker.complain('the first menu has one choice');
  const began = Date.now();
  await menu.selectOption(other);
  if (story.scripts !== false) {
    await walker.wait_until(async () => (await walker.text()) !== before, 'an effect of the menu', 5);
    if (Date.now() - began > 2500) walker.complain(`the effect of a menu is seen after ${Date.now() - began} ms`);
  }
  await walker.screenshot('menu-effect');
};

// 3. One line, one answer, one change of the settings.
const one_fault = async (walker, served, plan, story) => {
  await three_lists(walker, served, plan, story);
  const settings = () => fs.readFileSync(path.join(served.folder, 'munaykent/investigation.toml'), 'utf8');
  const before = settings().split('\n');
  await mend(walker, plan);
  const after = settings().split('\n');
  const new_lines = after.filter(line => !before.includes(line));
  if (new_lines.length < 1 || new_lines.length > 2) walker.complain(`the answer changed ${new_lines.length} lines: ${new_lines.join(' | ')}`);
  await walker.wait_until(async () => { await walker.page.goto(served.origin + '/lists/hospital/bad'); return !(await walker.text()).includes(String(plan.faulty)); }, 'a list without that fault');
};

// 4. A corrected copy is asked about before it is stored.
const corrected_file = async (walker, served, plan, story) => {
  await three_lists(walker, served, plan, story);
  const corrected = path.join(served.folder, 'relatives.csv');
  const text = fs.readFileSync(path.join(plan.desk, 'relatives.csv'), 'utf8').split('\n');
  text[3] = text[3].replace(/[^,]+$/, 'бухгалтер');
  fs.writeFileSync(corrected, text.join('\n'));
  const stored = () => fs.readFileSync(path.join(served.folder, 'munaykent/lists/relatives.csv'), 'utf8');
  await walker.page.goto(served.origin + '/lists');
  await walker.bring('form[action="/lists"] input[type=file]', [corrected]);
  await send_files(walker);
  await walker.wait_until(async () => { await walker.page.goto(served.origin + '/lists'); return walker.has('form[action="/incoming"] [value="newer:relatives"]'); }, 'the question whether it is a newer copy', 20);
  if (stored().includes('бухгалтер')) walker.complain('it was stored before she was asked');
  await walker.screenshot('newer-copy');
  const choice = walker.page.locator('form[action="/incoming"] [value="newer:relatives"]').first();
  ++walker.presses;
  if (await choice.evaluate(one => one.tagName) === 'OPTION') await walker.page.locator('form[action="/incoming"] select').first().selectOption('newer:relatives');
  else await choice.check();
  await walker.press('form[action="/incoming"] button.main');
  if (!stored().includes('бухгалтер')) return walker.complain('the newer copy is not in its place: ' + (await walker.text()).slice(0, 300).replace(/\n/g, ' / '));
  const versions = fs.readdirSync(path.join(served.folder, 'munaykent/lists/.versions'));
  if (!versions.length) walker.complain('the bytes that it replaced are gone');
};

// 5. A wrong answer is undone in one press from the strip, also after a restart.
const wrong_answer = async (walker, served, plan, story) => {
  await three_lists(walker, served, plan, story);
  const settings = () => fs.readFileSync(path.join(served.folder, 'munaykent/investigation.toml'), 'utf8');
  const before = settings();
  await mend(walker, plan);
  if (settings() === before) walker.complain('the answer was not saved');
  await served.end('SIGKILL');
  await walker.come_in(await served.start(path.join(served.folder, 'munaykent')));
  await walker.page.goto(served.origin + '/');
  await walker.wait_until(() => walker.has('.undo-strip form'), 'the strip of the last changes');
  await walker.look('strip', {main: null});
  const presses = walker.presses;
  await walker.press('.undo-strip form button');
  if (walker.presses - presses !== 1) walker.complain('more than one press to undo');
  if (settings() !== before) walker.complain('the settings are not what they were');
  await walker.page.goto(served.origin + '/lists/hospital/bad');
  await walker.wait_until(async () => { await walker.page.reload(); return (await walker.text()).includes(String(plan.faulty)); }, 'the fault is there again', 20);
};

module.exports = {back_in, wrong_header, one_fault, corrected_file, wrong_answer};
