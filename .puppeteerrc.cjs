// The browser is Debian's Chromium: nothing is downloaded at install time.
module.exports = { skipDownload: true };
