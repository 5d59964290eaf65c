package org.scimsuite.workbench.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the machine, driven by Playwright; nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private static final String SETTING = "SCIM_TEST_CHROMIUM";
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setExecutablePath(executable);
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium refuses to have a sandbox for root
            options.setArgs(List.of("--no-sandbox"));
        }
        browser = playwright.chromium().launch(options);
    }

    /** Where it is: the setting, as system property or in the environment, or one of the usual places. */
    static Optional<Path> executable() {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(System.getProperty(SETTING))
                                        .or(() -> Optional.ofNullable(System.getenv(SETTING))))
                                .flatMap(Optional::stream),
                        USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static String missing() {
        return "There is no Chromium. Install one, or name it in " + SETTING + ".";
    }

    static Chromium start() {
        return new Chromium(executable().orElseThrow(() -> new IllegalStateException(missing())));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
