// node public.cjs MODULES CHROMIUM PLAN.json: what a reader and a witness do at the public server, without scripts.
// PLAN: {acts: [{act, ...}], told: FILE}. What later acts need (the ten words) is written to FILE. Prints a line for each thing that is wrong; the exit code is 1 then.
'use strict';
const fs = require('fs');
const path = require('path');
const [modules, chromium_path, plan_path] = process.argv.slice(2);
const {chromium} = require(path.join(modules, 'playwright-core'));
const plan = JSON.parse(fs.readFileSync(plan_path, 'utf8'));
const axe = fs.readFileSync(path.join(modules, 'axe-core/axe.min.js'), 'utf8');

let wrong = 0;
const expect = (holds, text) => { if (!holds) { ++wrong; console.log(text); } };
const words = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ru: ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять'],
  kk: ['нөл', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз', 'он'],
};
const number_of = (text, language) => /^\d+$/.test(text) ? Number(text) : words[language].indexOf(text.toLowerCase());

// "4 − □ = two": the slow way, every answer tried.
const solved = async (page, language) => {
  const parts = await page.locator('.sum span').allTextContents();
  const shown = (parts[0].trim() + ' □ ' + parts[1].trim()).trim().split(/\s+/);
  for (let answer = 0; answer <= 10; ++answer) {
    const [left, sign, right, , result] = shown.map(part => part === '□' ? answer : part);
    const value = part => typeof part === 'number' ? part : number_of(part, language);
    if ((sign === '+' ? value(left) + value(right) : value(left) - value(right)) === value(result)) return answer;
  }
  expect(false, `the sum has no answer: ${shown.join(' ')}`);
  return 0;
};

const looked_at = async (browser, page, name) => {
  // axe needs scripts: the same markup in a page that runs them.
  const context = await browser.newContext({bypassCSP: true});
  const other = await context.newPage();
  await other.setContent((await page.content()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  await other.evaluate(axe);
  const found = await other.evaluate(() => window.axe.run(document, {rules: {'color-contrast': {enabled: false}}}));
  for (const one of found.violations) expect(false, `${name}: axe: ${one.id}: ${one.nodes[0].html.slice(0, 120)}`);
  await context.close();
};

const acts = {
  // From the form on a static page, wherever that lies, to the thanks.
  async comment(browser, page, act) {
    await page.goto(act.from);
    await page.fill('textarea[name=text]', act.text);
    await page.fill('input[name=name]', 'An invented reader');
    await page.click('.write button');
    expect(page.url().startsWith(act.server), `${act.from}: the form led to ${page.url()}`);
    expect(await page.inputValue('textarea[name=text]') === act.text, `${act.from}: the guard has not the whole text`);
    if (act.looks) await looked_at(browser, page, 'guard');
    await page.waitForLoadState('load');
    expect(await page.locator('input[name=website]').isHidden(), 'the trap field can be seen');
    const answer = await solved(page, act.language);
    await page.fill('input[name=answer]', String((answer + 1) % 11));
    await page.click('.write button');
    expect(await page.locator('[role=alert]').count() === 1, 'a wrong answer is not told');
    expect(await page.inputValue('textarea[name=text]') === act.text, 'a wrong answer lost text');
    await page.fill('input[name=answer]', words[act.language][await solved(page, act.language)]);
    await page.click('.write button');
    expect(page.url().includes('/comment/thanks'), `after the right answer: ${page.url()}`);
    if (act.looks) await looked_at(browser, page, 'thanks');
    await page.click('main a');
    expect(page.url().endsWith(act.page), `back leads to ${page.url()}`);
  },
  // Down to the receipt, with a file behind it.
  async testify(browser, page, act) {
    await page.goto(act.from);
    await page.click('a.testify');
    if (act.looks) await looked_at(browser, page, 'testify');
    const ten = await page.locator('.words li').allTextContents();
    expect(ten.length === 10 && new Set(ten).size === 10, `ten words: ${ten}`);
    await page.fill('textarea[name=text]', act.text);
    await page.check('input[name=publish][value=without-names]');
    await page.click('.write button');
    expect(await page.locator('.good').count() === 1, 'the receipt does not say that the text arrived');
    expect((await page.locator('.words li').allTextContents()).join() === ten.join(), 'the receipt has other words');
    if (act.looks) await looked_at(browser, page, 'receipt');
    await page.fill('input[name=word3]', ten[2]);
    await page.fill('input[name=word7]', ten[6].toUpperCase());
    await page.click('form[action$="testify/words"] button');
    expect(await page.locator('.good').count() === 1, 'right words are not called right');
    await page.setInputFiles('input[type=file]', {name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(act.photo)});
    await page.click('form[action$="testify/files"] button');
    expect(await page.locator('.good').count() === 1, 'the file did not arrive');
    fs.writeFileSync(plan.told, JSON.stringify({words: ten.join(' ')}));
  },
  async come_back(browser, page, act) {
    const told = JSON.parse(fs.readFileSync(plan.told, 'utf8'));
    await page.goto(act.server + '/return?lang=' + act.language);
    if (act.looks) await looked_at(browser, page, 'return');
    await page.fill('textarea[name=words]', told.words.toUpperCase());
    await page.click('.write button');
    const reply = page.locator('.reply');
    expect(await reply.count() === 1 && (await reply.textContent()).includes(act.reply), 'the reply is not there');
    if (act.looks) await looked_at(browser, page, 'return with a reply');
    await page.setInputFiles('input[type=file]', {name: 'second.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(act.photo)});
    await page.click('form[action$="testify/files"] button');
    expect(await page.locator('.good').count() >= 1, 'the photograph did not arrive');
    await page.goto(act.server + '/return');
    await page.fill('textarea[name=words]', 'words that nobody was ever given here at all really none');
    await page.click('.write button');
    expect(await page.locator('.reply').count() === 0, 'other words have a reply');
  },
};

(async () => {
  const browser = await chromium.launch({executablePath: chromium_path, args: ['--no-sandbox', '--disable-gpu']});
  for (const act of plan.acts) {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    try {
      await acts[act.act](browser, page, act);
    } catch (error) {
      expect(false, `${act.act} from ${act.from || act.server}: ${error.message.split('\n').slice(0, 4).join(' | ')} [at ${page.url()}]`);
    }
    await context.close();
  }
  await browser.close();
  console.log(`${plan.acts.length} acts; ${wrong} wrong`);
  process.exit(wrong ? 1 : 0);
})();
