// Somebody at the workspace: presses that are counted, and every screen looked at: by axe, by its width, by Tab, for requests that leave.
'use strict';
const fs = require('fs');
const path = require('path');

const views = {wide: {width: 1440, height: 900}, narrow: {width: 390, height: 844}};

class Walker {
  // story: {name, language, view, scripts, looks}: `looks` is whether each screen is looked at by axe and by Tab.
  constructor(browser, served, plan, story, complain) {
    Object.assign(this, {browser, served, plan, story});
    this.complain = text => complain(`${story.name}: ${text} [at ${this.address()}]`);
    this.presses = 0;
    this.screens = new Set();
    this.helps = new Set();
    this.page = null;
  }
  address() { return this.page ? this.page.url().replace(/#.*/, '') : 'no page'; }

  async open_browser() {
    this.context = await this.browser.newContext({viewport: views[this.story.view || 'wide'], javaScriptEnabled: this.story.scripts !== false,
                                                  locale: {en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ'}[this.story.language || 'en'], acceptDownloads: true});
    this.context.setDefaultTimeout(15000);
    await this.open_tab();
  }
  async open_tab() {
    this.page = await this.context.newPage();
    this.page.on('request', request => {
      const url = request.url();
      if (this.served.origin && !url.startsWith(this.served.origin) && !/^(data|about|blob|chrome-error):/.test(url) && !this.expects_gone) this.complain(`asks for ${url}`);
    });
    this.page.on('pageerror', error => this.complain(`error of a script: ${error}`));
    this.page.on('console', message => {
      if (message.type() === 'error' && !/Failed to load resource|ERR_CONNECTION/.test(message.text())) this.complain(`console: ${message.text()}`);
    });
    this.page.on('dialog', dialog => dialog.accept().catch(() => {}));
    return this.page;
  }
  // The page of help of every screen that was looked at is there.
  async check_helps() {
    for (const where of this.helps) {
      const answer = await this.page.goto(this.served.origin + where);
      if (answer.status() !== 200) this.complain(`${answer.status()} for the help at ${where}`);
    }
  }
  async close() { if (this.context) await this.context.close(); }

  // Comes in by a link; without scripts it is pasted.
  async come_in(link) {
    await this.page.goto(link);
    if (this.story.scripts === false) {
      await this.page.fill('input[name=link]', link);
      await Promise.all([this.page.waitForNavigation(), this.page.click('form[action="/in"] button')]);
    } else {
      await this.page.waitForFunction(() => !location.pathname.startsWith('/in'), null, {timeout: 10000});
    }
    await this.page.waitForLoadState('load');
  }

  // One press: a click that leads on, a choice in a menu, a tick.
  async press(what, {leads = true} = {}) {
    const locator = typeof what === 'string' ? this.page.locator(what).first() : what;
    ++this.presses;
    if (leads) await Promise.all([this.page.waitForNavigation({waitUntil: 'load'}).catch(() => {}), locator.click()]);
    else await locator.click();
  }
  async choose(what, value) {
    ++this.presses;
    await this.page.locator(what).first().selectOption(value);
  }
  async type(what, text) { await this.page.locator(what).first().fill(text); }
  async bring(what, files) {
    ++this.presses;
    await this.page.locator(what).first().setInputFiles(files);
  }
  async has(what) { return await this.page.locator(what).count() > 0; }
  async text(what = 'main') { return (await this.page.locator(what).first().innerText()).replace(/[\u00a0\u202f]/g, ' '); }
  async expect_text(pattern, why) {
    const text = await this.text();
    if (!pattern.test(text)) this.complain(`${why}: ${pattern} is not in: ${text.slice(0, 400).replace(/\n/g, ' / ')}`);
  }
  async wait_until(test, why, seconds = 240) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
      if (await test()) return;
      await this.page.waitForTimeout(200);
    }
    throw new Error(`in ${seconds} s it never came to: ${why}`);
  }

  // Looks at the screen as it stands. `name` once a story.
  async look(name, {main = 1} = {}) {
    if (this.screens.has(name)) return;
    this.screens.add(name);
    const inside = await this.page.evaluate(() => ({scroll: document.documentElement.scrollWidth, width: document.documentElement.clientWidth, lang: document.documentElement.lang}));
    if (inside.scroll > inside.width) this.complain(`${name}: ${inside.scroll} wide in a window of ${inside.width}`);
    if (this.story.language && inside.lang !== this.story.language) this.complain(`${name}: speaks ${inside.lang}`);
    if (main !== null) {
      const mains = await this.page.locator('main button.main:visible, main .button.main:visible').count();
      if (mains !== main) this.complain(`${name}: ${mains} main buttons instead of ${main}`);
    }
    await this.screenshot(name);
    if (!this.story.looks) return;
    for (const where of await this.page.locator('header a.help').evaluateAll(all => all.map(one => one.getAttribute('href')))) this.helps.add(where);
    for (const scheme of ['light', 'dark']) {
      await this.page.emulateMedia({colorScheme: scheme});
      await this.check_axe(`${name} (${scheme})`);
    }
    await this.page.emulateMedia({colorScheme: 'light'});
    await this.walk_by_tab(name);
  }
  async check_axe(where) {
    await this.page.evaluate(this.plan.axe);
    const result = await this.page.evaluate(() => axe.run(document, {resultTypes: ['violations'], preload: false}));
    for (const violation of result.violations) {
      const nodes = violation.nodes.slice(0, 2).map(node => node.target.join(' ') + ' ' + node.failureSummary.split('\n').slice(1, 2).join('').trim()).join(' | ');
      this.complain(`${where}: axe ${violation.id}: ${nodes}`);
    }
  }
  // Every control that can be seen is reached by Tab, and where it stands can be seen.
  async walk_by_tab(where) {
    const wanted = await this.page.evaluate(() => {
      document.activeElement && document.activeElement.blur();
      window.scrollTo(0, 0);
      let count = 0;
      const groups = new Set();
      for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
        if (one.disabled || one.type === 'hidden' || one.tabIndex < 0 || !one.getClientRects().length || getComputedStyle(one).visibility === 'hidden') continue;
        if (one.tagName !== 'SUMMARY' && one.closest('details:not([open])')) continue;
        if (one.type === 'radio') { if (groups.has(one.name)) continue; groups.add(one.name); one.dataset.group = one.name; }
        one.dataset.walked = 'no';
        ++count;
      }
      return count;
    });
    const most = Math.min(wanted + 4, 150);
    let blind = null;
    for (let at = 0; at < most; ++at) {
      await this.page.keyboard.press('Tab');
      const here = await this.page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        if (one.dataset.walked) one.dataset.walked = 'yes';
        else if (one.type === 'radio') document.querySelectorAll(`[data-group="${CSS.escape(one.name)}"]`).forEach(first => { first.dataset.walked = 'yes'; });
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' || style.boxShadow !== 'none' ? '' : one.outerHTML.slice(0, 80);
      });
      if (here && !blind) blind = here;
    }
    if (blind) this.complain(`${where}: nobody sees that the focus is on ${blind}`);
    const left = await this.page.evaluate(() => [...document.querySelectorAll('[data-walked=no]')].map(one => one.outerHTML.slice(0, 80)));
    if (left.length && wanted <= 146) this.complain(`${where}: not reached by Tab: ${left.slice(0, 3).join(' ')}`);
  }
  async screenshot(name) {
    if (!this.page || this.page.isClosed()) return;
    fs.mkdirSync(this.plan.shots, {recursive: true});
    const file = `${this.story.name}-${name}`.replace(/[^\w-]+/g, '_') + '.png';
    await this.page.screenshot({caret: "initial", path: path.join(this.plan.shots, file)});
  }
  // The number, the main button and the first line that waits stand in the first window.
  async in_first_window(...whats) {
    for (const what of whats) {
      const box = await this.page.locator(what).first().boundingBox().catch(() => null);
      const height = this.page.viewportSize().height;
      if (!box) this.complain(`${what} is not there`);
      else if (box.y + box.height > height) this.complain(`${what} stands below the first window (${Math.round(box.y + box.height)} of ${height})`);
    }
  }
}

module.exports = {Walker, views};
