// The program as a server for one story: started, asked for another link, stopped, killed, started again.
'use strict';
const {spawn} = require('child_process');
const path = require('path');

class Served {
  // `folder` has the keys, the runtime folder and what is made.
  constructor(plan, folder) {
    this.program = plan.program;
    this.folder = folder;
    this.out = '';
    this.child = null;
  }
  environment() {
    return {...process.env, SANAQ_KEYS: path.join(this.folder, 'keys'), HOME: this.folder, XDG_RUNTIME_DIR: this.folder, XDG_CONFIG_HOME: path.join(this.folder, 'config'),
            XDG_DATA_HOME: path.join(this.folder, 'data'), XDG_STATE_HOME: path.join(this.folder, 'state'), BROWSER: 'true', DISPLAY: '', WAYLAND_DISPLAY: ''};
  }
  // Starts it on a folder, or on none, and gives the link.
  async start(investigation, more = []) {
    this.out = '';
    this.child = spawn(this.program, ['serve', ...(investigation ? [investigation] : []), '--no-browser', ...more], {cwd: this.folder, env: this.environment(), stdio: ['pipe', 'pipe', 'pipe']});
    const take = bytes => { this.out += bytes; };
    this.child.stdout.on('data', take);
    this.child.stderr.on('data', take);
    this.ended = new Promise(resolve => this.child.on('exit', code => resolve(code)));
    return this.next_link();
  }
  async next_link() {
    for (let tries = 0; tries < 400; ++tries) {
      const found = /http:\/\/127\.0\.0\.1:(\d+)\/in#[\w-]+/.exec(this.out);
      if (found) {
        this.out = this.out.slice(found.index + found[0].length);
        this.port = found[1];
        this.origin = `http://127.0.0.1:${found[1]}`;
        return found[0];
      }
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    throw new Error('no link was printed: ' + this.out.slice(-500));
  }
  // Enter in its terminal.
  async another_link() {
    this.child.stdin.write('\n');
    return this.next_link();
  }
  async end(signal = 'SIGTERM') {
    if (!this.child || this.child.exitCode !== null) return;
    this.child.kill(signal);
    const late = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await this.ended;
    clearTimeout(late);
  }
}

module.exports = {Served};
