import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
/** The browser of the tests: CHROMIUM, or the first of its usual names in PATH. */
export function cariChromium() {
    if (process.env.CHROMIUM)
        return process.env.CHROMIUM;
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
        for (const nama of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
            try {
                accessSync(join(folder, nama), constants.X_OK);
                return join(folder, nama);
            }
            catch {
                // not here
            }
        }
    }
    throw new Error('No Chromium found: set CHROMIUM');
}
//# sourceMappingURL=chromium.js.map