package org.scimsuite.workbench.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console in a real browser: the main path and the worst error path of each screen. The files are the same in every jar. */
@OnEachHost(products = Product.JIRA, databases = Database.H2)
class ConsoleTest extends AcceptanceCase {

    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    /** Longer than the console waits before it looks again. */
    private static final double LONGEST_MILLIS = 30_000;

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        if (Chromium.executable().isPresent()) {
            chromium = Chromium.start();
            PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_MILLIS);
        } else {
            System.out.println("Skipped: ConsoleTest. " + Chromium.missing());
        }
    }

    @AfterAll
    static void endBrowser() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    @BeforeEach
    void logIn() {
        assumeTrue(chromium != null, Chromium.missing());
        open(new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.LIGHT));
        page.navigate(console());
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill("admin");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(heading("Is it alive?")).isVisible();
    }

    @AfterEach
    void leave() {
        if (context != null) {
            context.close();
        }
        // what the policy of the page forbids is complained about too
        assertThat(complaints).isEmpty();
    }

    @Override
    String purpose() {
        return "console";
    }

    @Test
    void homeWhenTheFirstCallArrivesThenItSaysSoByItself() {
        String name = someone();
        ScimClient client = admin.scim(
                admin.createConnection(name, 1, "DEACTIVATE").path("id").asText());
        page.navigate(console());
        Locator card = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
        assertThat(card).containsText("Waiting for the first call");
        assertThat(card).containsText("Nobody has called yet");

        client.create(someone());

        assertThat(card).containsText("All is well");
        assertThat(page.getByText("Fits", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        pictures("home");
    }

    @Test
    void homeWhenTheApiDoesNotAnswerThenSaidAndTriedAgain() {
        assertThat(page.getByText("This installation")).isVisible();
        page.route(
                "**/rest/scim-admin/1/overview",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<h1>Bad gateway</h1>")));
        page.reload();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("502");
        complaints.clear();

        page.unroute("**/rest/scim-admin/1/overview");
        click("Try again");
        assertThat(page.getByText("This installation")).isVisible();
    }

    @Test
    void connectionWhenMadeInTheBrowserThenItsTokenProvisionsUntilRevoked() {
        String name = someone();
        follow("Connections");
        follow("Create connection");
        page.getByRole(AriaRole.RADIO).first().check();
        click("Create");

        Locator field = page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).isFocused();
        assertThat(page.getByText("Enter a name.")).isVisible();
        complaints.clear();

        field.fill(name);
        pictures("new-connection");
        click("Create");
        assertThat(heading(name)).isVisible();
        page.getByLabel("Label", new Page.GetByLabelOptions().setExact(true)).fill("production");
        click("Create token");
        Locator shown = page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true));
        assertThat(shown).hasValue(Pattern.compile("scim_[A-Za-z0-9_-]{43}"));
        String token = shown.inputValue();
        page.getByLabel("Identity provider", new Page.GetByLabelOptions().setExact(true))
                .selectOption("Okta");
        assertThat(page.getByText("Unique identifier field for users")).isVisible();
        pictures("connection");

        ScimClient client = new ScimClient(scim.base(), "Bearer " + token);
        assertThat(client.create(someone()).status()).isEqualTo(201);

        page.reload();
        assertThat(page.getByText("production", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.content()).doesNotContain(token);
        click("Revoke production");
        page.getByRole(AriaRole.DIALOG)
                .getByText("Revoke", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("revoked", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Polling.until(() -> client.get("/Users?count=0"), reply -> reply.status() == 401);
    }

    @Test
    void connectionWhenSomebodyElseChangedItThenToldAndNothingOverwritten() {
        ObjectNode connection = ((ObjectNode) admin.createConnection(someone(), 1, "DEACTIVATE")).deepCopy();
        String path = "/connections/" + connection.path("id").asText();
        page.navigate(console() + "#" + path);
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Paused"))
                .check();
        admin.change("PUT", path, connection.put("deletePolicy", "REMOVE").toString());

        click("Save");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("changed in the meantime");
        complaints.clear();
        assertThat(admin.get(path).at("/mode")).isEqualTo("LIVE");
        click("Load again");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Paused"))
                .check();
        click("Save");
        assertThat(page.getByText("Saved")).isVisible();
        assertThat(admin.get(path).at("/mode")).isEqualTo("PAUSED");
        assertThat(admin.get(path).at("/deletePolicy")).isEqualTo("REMOVE");
    }

    @Test
    void journalWhenNamesHoldMarkupThenTheyAreShownAndNothingRuns() {
        JsonNode connection = admin.createConnection(MARKUP.substring(0, 28) + someone(), 1, "DEACTIVATE");
        ScimClient client = admin.scim(connection.path("id").asText());
        Reply group = client.post(
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + MARKUP + "\"}");
        assertThat(group.status()).as(group.text()).isEqualTo(201);
        client.post("/Users", "{\"schemas\":[],\"displayName\":\"" + MARKUP + "\"}");
        List<String> ran = new ArrayList<>();
        page.onDialog(dialog -> {
            ran.add(dialog.message());
            dialog.dismiss();
        });

        page.navigate(
                console() + "#/journal?connection=" + connection.path("id").asText());
        assertThat(page.getByText(MARKUP).first()).isVisible();
        pictures("journal");
        page.getByLabel("Outcome").selectOption("REFUSED");
        click("Filter");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("POST")))
                .hasCount(1);
        follow("POST");
        assertThat(page.getByText("Body", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.locator("pre")).containsText(MARKUP);
        pictures("journal-entry");
        follow("Home");
        assertThat(page.getByText(connection.path("name").asText()).first()).isVisible();

        assertThat(page.locator("img, main script").count()).isZero();
        assertThat(ran).isEmpty();
    }

    @Test
    void journalWhenLiveThenWhatComesInAppears() {
        JsonNode connection = admin.createConnection(someone(), 1, "DEACTIVATE");
        ScimClient client = admin.scim(connection.path("id").asText());
        String name = someone();
        page.navigate(
                console() + "#/journal?connection=" + connection.path("id").asText());
        assertThat(page.getByText("Nothing of that kind came in.")).isVisible();
        click("Live");

        client.create(name);

        assertThat(page.getByText(name).first()).isVisible();
    }

    @Test
    void consoleWhenThereIsNoScriptThenTheStatusPageIsOffered() {
        String known = context.storageState();
        context.close();
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false).setStorageState(known));

        page.navigate(console());
        page.locator("noscript a").click();

        assertThat(heading("Connections")).isVisible();
        assertThat(page.getByText("Self-check")).isVisible();
    }

    private void open(Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options);
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.location().contains("favicon")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
    }

    private String console() {
        return host.process().base() + "/plugins/servlet/scim-admin";
    }

    private Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                .first();
    }

    private void click(String text) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(text).setExact(true))
                .first()
                .click();
    }

    private void follow(String text) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text))
                .first()
                .click();
    }

    /** Pictures of what is shown, to be looked at: wide and light, narrow and dark. */
    private void pictures(String name) {
        Path folder = Path.of(System.getProperty("acceptance.work")).resolveSibling("screenshots");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + "-dark-narrow.png"))
                .setFullPage(true));
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
