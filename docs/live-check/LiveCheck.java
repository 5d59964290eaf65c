import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tries a SCIM plugin in a running product, and writes down what it saw: see docs/live-check.md.
 *
 * <pre>java LiveCheck.java https://jira-test.example.com</pre>
 *
 * It needs a JDK 17 or newer and nothing else. Exit code 0: all as expected; 1: something was different; 2: not begun, or not
 * gone through to the end; 3: something was left behind.
 */
public final class LiveCheck {

    private final Settings settings;
    private final Report report;
    private final Product product;

    private LiveCheck(Settings settings) {
        this.settings = settings;
        this.report = new Report(settings);
        this.product = new Product(settings);
    }

    public static void main(String[] arguments) {
        try {
            System.exit(new LiveCheck(Settings.of(List.of(arguments), System.getenv())).run());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private int run() {
        new Door(product, report).check();
        List<String> left = List.of();
        boolean toTheEnd = false;
        if (settings.admin().isPresent()) {
            Optional<Installation> installation = new Administration(settings, product, report).check();
            if (installation.isPresent() && mayWrite(installation.get())) {
                left = write(installation.get());
                toTheEnd = true;
            }
        } else {
            report.note("2. As administrator", "No credentials of an administrator were given, so this ends here.");
        }
        Path file = report.write(left);
        System.out.println(
                "\nWritten to " + file + ". Read it before you send it: nothing in it should tell who you are.");
        left.forEach(name -> System.out.println("LEFT BEHIND, please remove by hand: " + name));
        if (!left.isEmpty()) {
            return 3;
        }
        if (!report.isAllAsExpected()) {
            return 1;
        }
        return toTheEnd ? 0 : 2;
    }

    private boolean mayWrite(Installation installation) {
        System.out.printf("""

                The next part makes, in directory %d of %s, and removes again:
                  10 people and 2 groups whose names begin with %s,
                  one local group of that name, one connection of this plugin with a token.
                Nothing else is changed. Lines in the plugin's journal stay.
                """, installation.directoryId(), settings.base(), settings.mark());
        if (settings.sure()) {
            return true;
        }
        System.out.print("Type yes to go on: ");
        System.out.flush();
        String answer = line();
        if (!answer.equals("yes")) {
            report.note("3. A person", "Not confirmed, so nothing was written and this ends here.");
        }
        return answer.equals("yes");
    }

    private static String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What could not be removed. */
    private List<String> write(Installation installation) {
        Trial trial = new Trial(settings, product);
        Thread interrupted = new Thread(() ->
                trial.cleanUp().forEach(name -> System.err.println("LEFT BEHIND, please remove by hand: " + name)));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            report.check("3. A person", "a connection and a token are made", () -> trial.begin(installation));
            if (trial.hasBegun()) {
                new People(trial, product, report, new ProductView(product, installation.product())).check();
                new Groups(trial, report).check();
                new Crowding(trial, report).check();
                new Afterwards(trial, product, report).checkJournal();
            }
        } finally {
            report.check("8. Afterwards", "everything that was made is removed again", () -> {
                List<String> left = trial.cleanUp();
                return Expect.that(left.isEmpty(), left.isEmpty() ? "removed" : "left: " + left);
            });
        }
        if (trial.hasBegun()) {
            new Afterwards(trial, product, report).checkToken();
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        return trial.cleanUp();
    }
}

/** What was asked for. The credentials are the name and value of a header. */
record Settings(
        URI base,
        List<URI> nodes,
        Optional<Map.Entry<String, String>> admin,
        List<String> secrets,
        Optional<Long> directory,
        boolean sure,
        String mark) {

    private static final String USAGE = """
            Usage: java LiveCheck.java <base URL of the product> [--yes] [--directory=<id>] [--node=<URL of one node>]...
            An administrator's credentials are taken from SCIM_ADMIN_TOKEN (a personal access token), or SCIM_ADMIN_USER and
            SCIM_ADMIN_PASSWORD, or SCIM_ADMIN_COOKIE (such as JSESSIONID=...); otherwise you are asked for a token.""";

    private static final Pattern TEST_HOST = Pattern.compile(
            "localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]|(.*[.-])?(test|tests|testing|dev|development|staging|stage|sandbox|qa|uat|demo|trial)\\d*([.-].*)?",
            Pattern.CASE_INSENSITIVE);

    static Settings of(List<String> arguments, Map<String, String> environment) {
        List<String> urls = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        if (urls.size() != 1 || !urls.get(0).matches("https?://[^?#]+")) {
            throw new IllegalArgumentException(USAGE);
        }
        URI base = uri(urls.get(0));
        boolean sure = arguments.contains("--yes");
        if (!sure && !TEST_HOST.matcher(base.getHost()).matches()) {
            throw new IllegalArgumentException(
                    base.getHost() + " does not look like a test instance, so nothing is done. If it is one, or"
                            + " if you know what you do, add --yes: it is then not asked again either.");
        }
        Optional<Long> directory = Optional.empty();
        List<URI> nodes = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--directory=")) {
                directory = Optional.of(Long.parseLong(argument.substring("--directory=".length())));
            } else if (argument.startsWith("--node=")) {
                nodes.add(uri(argument.substring("--node=".length())));
            } else if (argument.startsWith("--") && !argument.equals("--yes")) {
                throw new IllegalArgumentException("There is no option " + argument + ".\n" + USAGE);
            }
        }
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        List<String> secrets = new ArrayList<>();
        return new Settings(
                base,
                nodes.isEmpty() ? List.of(base) : nodes,
                admin(environment, secrets),
                secrets,
                directory,
                sure,
                "scim-live-check-" + HexFormat.of().formatHex(random));
    }

    private static URI uri(String text) {
        return URI.create(text.replaceAll("/+$", ""));
    }

    private static Optional<Map.Entry<String, String>> admin(Map<String, String> environment, List<String> secrets) {
        String user = environment.getOrDefault("SCIM_ADMIN_USER", "");
        String password = environment.getOrDefault("SCIM_ADMIN_PASSWORD", "");
        String cookie = environment.getOrDefault("SCIM_ADMIN_COOKIE", "");
        String token = environment.getOrDefault("SCIM_ADMIN_TOKEN", "");
        if (!user.isEmpty()) {
            String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
            secrets.addAll(List.of(password, pair));
            return Optional.of(Map.entry("Authorization", "Basic " + pair));
        }
        if (!cookie.isEmpty()) {
            secrets.add(cookie);
            return Optional.of(Map.entry("Cookie", cookie));
        }
        Console console = System.console();
        if (token.isEmpty() && console != null) {
            char[] typed = console.readPassword(
                    "Personal access token of a system administrator (empty: only look from outside): ");
            token = typed == null ? "" : new String(typed).strip();
        }
        if (token.isEmpty()) {
            return Optional.empty();
        }
        secrets.add(token);
        return Optional.of(Map.entry("Authorization", "Bearer " + token));
    }
}

/** An answer of the product. */
record Answer(int status, Map<String, List<String>> headers, String text, long millis) {

    String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("");
    }

    /** The value at a path such as {@code Resources.0.id}; an empty text when there is none. */
    Object at(String path) {
        Object value;
        try {
            value = Json.read(text);
        } catch (IllegalArgumentException e) {
            return "";
        }
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            if (value instanceof Map<?, ?> map) {
                value = map.get(step);
            } else if (value instanceof List<?> list && step.matches("\\d+") && Integer.parseInt(step) < list.size()) {
                value = list.get(Integer.parseInt(step));
            } else {
                value = null;
            }
        }
        return value == null ? "" : value;
    }

    String text(String path) {
        return String.valueOf(at(path));
    }

    List<?> list(String path) {
        return at(path) instanceof List<?> list ? list : List.of();
    }

    /** Whether the plugin said it, and not the product or a proxy. */
    boolean isScim() {
        return header("Content-Type").startsWith("application/scim+json");
    }

    boolean isScimError(int wanted) {
        return status == wanted && isScim() && text("schemas.0").equals("urn:ietf:params:scim:api:messages:2.0:Error");
    }

    /** What is fit for a report: no page of the product is repeated in it. */
    String brief() {
        StringBuilder brief = new StringBuilder().append(status);
        String type = header("Content-Type").split(";", 2)[0];
        brief.append(type.isEmpty() ? " without content" : " " + type);
        if (!header("Location").isEmpty() && status >= 300 && status < 400) {
            brief.append(", to ").append(header("Location").split("\\?", 2)[0]);
        }
        if (!header("WWW-Authenticate").isEmpty()) {
            brief.append(", WWW-Authenticate: ")
                    .append(header("WWW-Authenticate").split(" ", 2)[0]);
        }
        if (!header("Set-Cookie").isEmpty()) {
            brief.append(", sets a cookie");
        }
        if (isScim() && status >= 400) {
            brief.append(", \"")
                    .append(text("detail").replaceAll(" \\(Journal [^)]*\\)", ""))
                    .append('"');
        }
        if (type.equals("application/json") && !text("errors.0.message").isEmpty()) {
            brief.append(", \"").append(text("errors.0.message")).append('"');
        }
        return brief.toString();
    }
}

/** Sends requests to the product; follows no redirect and keeps no cookie. */
final class Product {

    static final String SCIM = "/plugins/servlet/scim/v2";
    static final String ADMIN = "/rest/scim-admin/1";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final Settings settings;
    private final AtomicInteger turn = new AtomicInteger();

    Product(Settings settings) {
        this.settings = settings;
    }

    URI base() {
        return settings.base();
    }

    /** As somebody whom the product does not know. */
    Answer stranger(String method, String path, Map<String, String> headers) {
        return send(settings.base(), method, path, headers, "");
    }

    /** As the administrator; everything that the admin API wants of a change goes with it. */
    Answer admin(String method, String path, String json) {
        Map<String, String> headers =
                new TreeMap<>(Map.of("X-Atlassian-Token", "no-check", "Accept", "application/json"));
        if (!json.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        settings.admin().ifPresent(header -> headers.put(header.getKey(), header.getValue()));
        return send(settings.base(), method, path, headers, json);
    }

    /** As an identity provider, at each node in turn. */
    Answer scim(String token, String method, String path, Map<String, String> more, String json) {
        Map<String, String> headers =
                new TreeMap<>(Map.of("Authorization", "Bearer " + token, "Accept", "application/scim+json"));
        if (!json.isEmpty()) {
            headers.put("Content-Type", "application/scim+json");
        }
        headers.putAll(more);
        List<URI> nodes = settings.nodes();
        return send(nodes.get(turn.getAndIncrement() % nodes.size()), method, SCIM + path, headers, json);
    }

    private Answer send(URI node, String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            return new Answer(response.statusCode(), response.headers().map(), response.body(), millis);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

/** A check did not see what it expects. */
final class Different extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Different(String seen) {
        super(seen);
    }
}

/** A check cannot be made. */
final class NotChecked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotChecked(String reason) {
        super(reason);
    }
}

final class Expect {

    private Expect() {}

    /** What was seen. */
    static String that(boolean expected, String seen) {
        if (!expected) {
            throw new Different(seen);
        }
        return seen;
    }

    static Answer status(Answer answer, Integer... expected) {
        if (!Arrays.asList(expected).contains(answer.status())) {
            throw new Different(answer.brief());
        }
        return answer;
    }

    /** Waits, up to a minute. */
    static void soon(BooleanSupplier condition, String otherwise) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new Different(otherwise);
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotChecked("interrupted");
            }
        }
    }
}

/** What was seen, without what would tell who sends it. */
final class Report {

    private static final int LONGEST = 4000;
    private static final int SHORTEST_HIDDEN = 8;
    private static final Pattern OTHER_HOST = Pattern.compile("(https?://)[^/\\s\"',<>|]+");
    private static final Pattern TOKEN = Pattern.compile("scim_[A-Za-z0-9_-]{10,}");

    private final Settings settings;
    private final Map<String, String> masks =
            new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    Report(Settings settings) {
        this.settings = settings;
        settings.secrets().forEach(secret -> hide(secret, "<secret>"));
        List<URI> addresses = new ArrayList<>(settings.nodes());
        addresses.add(settings.base());
        for (URI address : addresses) {
            hide(address.toString(), "<base>");
            hide(address.getAuthority(), "<host>");
            hide(address.getHost(), "<host>");
        }
    }

    /** Never shows a text. A short word without a dot is left alone: hidden in other words, it could be guessed from them. */
    void hide(String text, String instead) {
        if (text.length() >= SHORTEST_HIDDEN || text.contains(".")) {
            masks.put(text, instead);
        }
    }

    /** Makes a check; its value is what was seen. */
    void check(String section, String what, Callable<String> check) {
        try {
            add(section, "ok", what, check.call());
        } catch (Different e) {
            add(section, "DIFFERENT", what, e.getMessage());
        } catch (NotChecked e) {
            add(section, "not checked", what, e.getMessage());
        } catch (Exception e) {
            add(section, "DIFFERENT", what, e.toString());
        }
    }

    void note(String section, String text) {
        add(section, "noted", text, "");
    }

    private void add(String section, String verdict, String what, String seen) {
        String masked = mask(seen);
        counts.merge(verdict, 1, Integer::sum);
        List<String> lines = sections.computeIfAbsent(section, name -> {
            System.out.println("\n" + name);
            return new ArrayList<>();
        });
        lines.add("| " + verdict + " | " + cell(mask(what)) + " | " + cell(masked) + " |");
        System.out.printf("  %-11s %s%s%n", verdict, mask(what), masked.isEmpty() ? "" : ": " + masked);
    }

    private String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> mask : masks.entrySet()) {
            masked = masked.replace(mask.getKey(), mask.getValue());
        }
        masked = TOKEN.matcher(masked).replaceAll("<token>");
        masked = OTHER_HOST.matcher(masked).replaceAll("$1<other host>");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "..." : masked;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }

    boolean isAllAsExpected() {
        return !counts.containsKey("DIFFERENT");
    }

    Path write(List<String> left) {
        StringBuilder text = new StringBuilder(
                "# Live check of SCIM Suite\n\n" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", " + counts
                        + (left.isEmpty() ? "" : ", LEFT BEHIND: " + left.size()) + "\n");
        sections.forEach((section, lines) -> text.append("\n## " + section + "\n\n| | check | seen |\n|---|---|---|\n")
                .append(String.join("\n", lines))
                .append('\n'));
        Path file = Path.of("live-check-" + settings.mark().replaceAll(".*-", "") + ".md")
                .toAbsolutePath();
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written", e);
        }
        return file;
    }
}

/** What somebody sees who has no token: our own 401, whatever else would like to answer. */
final class Door {

    private static final String SECTION = "1. At the door, as a stranger";

    private final Product product;
    private final Report report;

    Door(Product product, Report report) {
        this.product = product;
        this.report = report;
    }

    void check() {
        refused("no token", "GET", Map.of());
        refused("a bearer token that is nobody's", "GET", bearer("not-a-token"));
        refused(
                "one that looks like a personal access token of the product",
                "GET",
                bearer(base64("648098348934:" + "x".repeat(20))));
        refused("one that looks like a JWT", "GET", bearer("eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2ln"));
        refused("a token of our kind that was never issued", "GET", bearer("scim_" + "A".repeat(43)));
        refused("name and password of nobody", "GET", Map.of("Authorization", "Basic " + base64("nobody:wrong")));
        refused("a session cookie that was made up", "GET", Map.of("Cookie", "JSESSIONID=made-up"));
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            refused(method + " without a token", method, Map.of());
        }
        report.check(SECTION, "a disguised path leads nowhere", this::disguised);
        report.check(SECTION, "the status page is not shown", () -> {
            Answer answer = product.stranger("GET", "/plugins/servlet/scim-admin", Map.of());
            return Expect.status(answer, 301, 302, 303, 307, 401, 403).brief();
        });
        report.check(SECTION, "the admin API is shut", () -> {
            Answer answer = product.stranger("GET", Product.ADMIN + "/status", Map.of("Accept", "application/json"));
            return Expect.status(answer, 302, 401, 403).brief();
        });
        report.note(
                SECTION,
                "the product's front page answers strangers "
                        + product.stranger("GET", "/", Map.of()).brief());
    }

    private void refused(String what, String method, Map<String, String> headers) {
        report.check(SECTION, what + ": refused by the plugin, not by the product", () -> {
            Answer answer = product.stranger(method, Product.SCIM + "/Users", headers);
            boolean ours =
                    answer.isScimError(401) && answer.header("WWW-Authenticate").startsWith("Bearer");
            return Expect.that(ours && answer.header("Set-Cookie").isEmpty(), ours ? "401 by us" : answer.brief());
        });
    }

    private String disguised() {
        List<String> seen = new ArrayList<>();
        boolean shown = false;
        for (String path : List.of(
                "/plugins/servlet/scim/v2/Users;x=y",
                "/plugins/servlet/scim;x=y/v2/Users",
                "/plugins/servlet//scim/v2/Users",
                "/plugins/servlet/./scim/v2/Users",
                "/plugins/servlet/scim%2Fv2/Users",
                "/plugins/servlet/scim/v2/Users/a%2Fb",
                "/plugins/servlet/%73cim/v2/Users")) {
            Answer answer = product.stranger("GET", path, Map.of());
            shown |= answer.text().contains("\"Resources\"");
            seen.add(path.substring("/plugins/servlet".length()) + " " + answer.status()
                    + (answer.isScim() ? " by us" : ""));
        }
        return Expect.that(!shown, String.join(", ", seen));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

/** Where the rest can be tried. */
record Installation(String product, long directoryId) {}

/** What an administrator sees. */
final class Administration {

    private static final String SECTION = "2. As administrator";

    private final Settings settings;
    private final Product product;
    private final Report report;

    Administration(Settings settings, Product product, Report report) {
        this.settings = settings;
        this.product = product;
        this.report = report;
    }

    Optional<Installation> check() {
        Answer status = product.admin("GET", Product.ADMIN + "/status", "");
        report.check(SECTION, "the admin API lets the administrator in", () -> Expect.status(status, 200)
                .brief());
        if (status.status() != 200) {
            report.note(
                    SECTION,
                    "Many products refuse Basic authentication for API calls; use a token or a cookie of the browser then.");
            return Optional.empty();
        }
        report.note(
                SECTION,
                "plugin " + status.text("version") + " (" + status.text("generation") + ") in " + status.text("product")
                        + ", connections there before: " + status.text("connections"));
        report.check(
                SECTION,
                "the self-check finds that plugin and product fit",
                () -> Expect.that(
                        status.text("selfCheck.ok").equals("true"),
                        status.text("selfCheck.checked") + " signatures, problems " + status.text("selfCheck.problems")
                                + ", remarks " + status.text("selfCheck.remarks")));
        report.check(
                SECTION,
                "the plugin knows the address that you use",
                () -> Expect.that(
                        status.text("scimBaseUrl").equals(settings.base() + Product.SCIM), status.text("scimBaseUrl")));
        report.check(SECTION, "a change without X-Atlassian-Token is refused", () -> {
            Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/json"));
            settings.admin().ifPresent(header -> headers.put(header.getKey(), header.getValue()));
            return Expect.status(product.stranger("POST", Product.ADMIN + "/connections", headers), 403)
                    .brief();
        });
        return directory().map(id -> new Installation(status.text("product"), id));
    }

    private Optional<Long> directory() {
        List<Long> usable = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Object entry :
                product.admin("GET", Product.ADMIN + "/directories", "").list("")) {
            if (entry instanceof Map<?, ?> directory) {
                boolean fit = Boolean.TRUE.equals(directory.get("usable"));
                report.hide(String.valueOf(directory.get("name")), "<directory>");
                seen.add(directory.get("id") + " " + directory.get("kind") + (fit ? " usable " : " not usable ")
                        + directory.get("allowedOperations"));
                if (fit) {
                    usable.add(((Number) directory.get("id")).longValue());
                }
            }
        }
        report.check(
                SECTION,
                "the directories are seen, with what they allow",
                () -> Expect.that(!seen.isEmpty(), String.join("; ", seen)));
        List<Long> wanted = settings.directory().map(List::of).orElse(usable);
        if (wanted.size() == 1 && usable.containsAll(wanted)) {
            return Optional.of(wanted.get(0));
        }
        report.note(
                SECTION,
                "Which directory to try is open (" + usable + " can be used): choose one with --directory=<id>.");
        return Optional.empty();
    }
}

/** A connection of its own, and everything that was made through it. */
final class Trial {

    private static final String MAPPING = """
            {"format":"scim-suite-mapping","formatVersion":1,"directory":"live check","groups":{"rules":[{"type":"table","name":"Live check",
            "entries":[{"groups":["%1$s-mapped"],"localGroups":["%1$s-local"]}],"missing":"create","then":"stop"}],"userRules":[],
            "protection":{"groups":[],"users":[],"administrators":"protected"},
            "policies":{"found":"keep","renamed":"keepLocalGroup","emptied":"remove","inactive":"keepGroups"}},
            "users":{"userName":{"source":"userName","letterCase":"asIs","examples":[]},"fields":{},"attributes":{}}}""";

    private final Settings settings;
    private final Product product;
    private final Set<String> people = ConcurrentHashMap.newKeySet();
    private final Set<String> groups = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cleaned = new AtomicBoolean();
    private volatile List<String> left = List.of();
    private String connection = "";
    private String token = "";
    private boolean localGroup;

    Trial(Settings settings, Product product) {
        this.settings = settings;
        this.product = product;
    }

    String begin(Installation installation) {
        Answer made = Expect.status(
                product.admin(
                        "POST",
                        Product.ADMIN + "/connections",
                        "{\"name\":\"%s\",\"directoryId\":%d,\"deletePolicy\":\"REMOVE\",\"mode\":\"LIVE\"}"
                                .formatted(settings.mark(), installation.directoryId())),
                201);
        connection = made.text("id");
        Answer issued = Expect.status(
                product.admin("POST", path("/tokens"), "{\"label\":\"live check\",\"expiresInDays\":1}"), 201);
        token = issued.text("token");
        return made.brief();
    }

    boolean hasBegun() {
        return !token.isEmpty();
    }

    /** A name that nobody else has. */
    String name(String end) {
        return settings.mark() + "-" + end;
    }

    /** A path of the admin API below this connection. */
    String path(String end) {
        return Product.ADMIN + "/connections/" + connection + end;
    }

    String connection() {
        return connection;
    }

    String token() {
        return token;
    }

    Answer admin(String method, String end, String json) {
        return product.admin(method, path(end), json);
    }

    Answer scim(String method, String path, String json) {
        return product.scim(token, method, path, Map.of(), json);
    }

    Answer scim(String method, String path, Map<String, String> headers, String json) {
        return product.scim(token, method, path, headers, json);
    }

    Answer create(String userName, String displayName) {
        refuseOnceCleaned();
        people.add(userName);
        return scim("POST", "/Users", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s","externalId":"ext-%1$s","active":true,
                "name":{"givenName":"Live","familyName":"Check"},"displayName":"%2$s",
                "emails":[{"value":"%1$s@live-check.invalid","type":"work","primary":true}]}""".formatted(userName, displayName));
    }

    Answer push(String group, List<String> members) {
        refuseOnceCleaned();
        groups.add(group);
        return scim(
                "POST",
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + group
                        + "\",\"members\":" + values(members) + "}");
    }

    /** Somebody has interrupted us: nothing may be made behind the removal. */
    private void refuseOnceCleaned() {
        if (cleaned.get()) {
            throw new NotChecked("interrupted");
        }
    }

    Answer patch(String path, String operation) {
        return patch(path, operation, Map.of());
    }

    Answer patch(String path, String operation, Map<String, String> headers) {
        return scim(
                "PATCH",
                path,
                headers,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}");
    }

    Answer find(String type, String filter) {
        return scim("GET", "/" + type + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8), "");
    }

    /** Remembers a further name of somebody, such as after a rename. */
    void alsoNamed(String userName) {
        people.add(userName);
    }

    /** Maps one group of the provider to one local group, and waits until that is in force. */
    String map() {
        localGroup = true;
        Answer saved = Expect.status(
                admin("PUT", "/mapping?version=0&comment=live-check", MAPPING.formatted(settings.mark())), 200);
        waitForTasks();
        return saved.brief();
    }

    void waitForTasks() {
        Expect.soon(
                () -> admin("GET", "/tasks", "").text().strip().equals("[]"),
                "a task is not done within a minute: "
                        + admin("GET", "/tasks", "").text());
    }

    /** MEMBER, NO_MEMBER, NO_SUCH_GROUP or NO_SUCH_USER, as the directory says. */
    String held(String personId) {
        return admin("GET", "/why?person=" + personId + "&group=" + name("local"), "")
                .text("directory");
    }

    static String values(List<String> ids) {
        return ids.stream().map(id -> "{\"value\":\"" + id + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    /** Removes what was made, once; what could not be removed. */
    List<String> cleanUp() {
        if (cleaned.compareAndSet(false, true)) {
            List<String> remaining = new ArrayList<>();
            try {
                removeAll(remaining);
            } catch (RuntimeException e) {
                remaining.add("everything whose name begins with " + settings.mark() + " (" + e.getMessage() + ")");
            }
            left = remaining;
        }
        return left;
    }

    private void removeAll(List<String> remaining) {
        if (hasBegun()) {
            groups.forEach(group -> remove("Groups", "displayName", group, remaining));
            removeLocalGroup(remaining);
            people.forEach(person -> remove("Users", "userName", person, remaining));
        }
        for (Object entry :
                product.admin("GET", Product.ADMIN + "/connections", "").list("")) {
            if (entry instanceof Map<?, ?> made && settings.mark().equals(made.get("name"))) {
                Answer answer = product.admin("DELETE", Product.ADMIN + "/connections/" + made.get("id"), "");
                if (answer.status() != 204) {
                    remaining.add("connection " + settings.mark() + " (" + answer.brief() + ")");
                }
            }
        }
    }

    private void remove(String type, String attribute, String name, List<String> remaining) {
        String filter = attribute + " eq \"" + name + "\"";
        for (Object found : find(type, filter).list("Resources")) {
            if (found instanceof Map<?, ?> resource) {
                scim("DELETE", "/" + type + "/" + resource.get("id"), "");
            }
        }
        Answer after = find(type, filter);
        if (!after.text("totalResults").equals("0")) {
            remaining.add(type + " " + name + " (" + after.brief() + ")");
        }
    }

    /** It goes by itself when its last member has gone; somebody of ours is asked about it, who is still there. */
    private void removeLocalGroup(List<String> remaining) {
        if (!localGroup) {
            return;
        }
        Optional<String> somebody = people.stream()
                .map(name -> find("Users", "userName eq \"" + name + "\"").text("Resources.0.id"))
                .filter(id -> !id.isEmpty())
                .findFirst();
        try {
            waitForTasks();
            somebody.ifPresent(id -> Expect.soon(() -> held(id).equals("NO_SUCH_GROUP"), "still there"));
        } catch (Different e) {
            remaining.add("local group " + name("local") + " (" + e.getMessage() + ")");
        }
    }
}

/** What the product itself says of a person, where it tells an administrator over REST. */
final class ProductView {

    private final Product product;
    private final String kind;

    ProductView(Product product, String kind) {
        this.product = product;
        this.kind = kind;
    }

    /** What a person is known by inside the product, whatever the user name. */
    String key(String userName) {
        return switch (kind) {
            case "jira" -> ask("/rest/api/2/user?includeInactive=true&username=" + userName, "key");
            case "confluence" -> ask("/rest/api/user?username=" + userName, "userKey");
            case "bitbucket" -> ask("/rest/api/latest/admin/users?filter=" + userName, "values.0.id");
            default -> throw new NotChecked("the product's own REST API shows administrators no key");
        };
    }

    String active(String userName) {
        return switch (kind) {
            case "jira" -> ask("/rest/api/2/user?includeInactive=true&username=" + userName, "active");
            case "bitbucket" -> ask("/rest/api/latest/admin/users?filter=" + userName, "values.0.active");
            default -> throw new NotChecked("the product's own REST API does not show administrators who is active");
        };
    }

    private String ask(String path, String value) {
        Answer answer = product.admin("GET", path, "");
        if (answer.status() != 200 || answer.text(value).isEmpty()) {
            throw new NotChecked("the product's own REST API answers " + answer.status() + " without " + value);
        }
        return answer.text(value);
    }
}

/** One person's life. */
final class People {

    private static final String SECTION = "3. A person";

    private final Trial trial;
    private final Product product;
    private final Report report;
    private final ProductView view;
    private final String name;
    private final String renamed;
    private String id = "";
    private String key = "";

    People(Trial trial, Product product, Report report, ProductView view) {
        this.trial = trial;
        this.product = product;
        this.report = report;
        this.view = view;
        this.name = trial.name("ana");
        this.renamed = trial.name("anna");
    }

    void check() {
        for (String document : List.of("ServiceProviderConfig", "Schemas", "ResourceTypes")) {
            step("/" + document + " is shown", () -> Expect.status(trial.scim("GET", "/" + document, ""), 200)
                    .brief());
        }
        step("somebody is created", this::create);
        step("the same name again, in capitals, is refused", () -> Expect.status(
                        trial.create(name.toUpperCase(Locale.ROOT), "Live Check"), 409)
                .brief());
        step("found by user name and by externalId", () -> {
            String byName = trial.find("Users", "userName eq \"" + name + "\"").text("Resources.0.id");
            String byExternal =
                    trial.find("Users", "externalId eq \"ext-" + name + "\"").text("Resources.0.id");
            return Expect.that(byName.equals(id()) && byExternal.equals(id), byName + ", " + byExternal);
        });
        step(
                "%2F and letters beyond ASCII pass in a query",
                () -> {
                    Answer answer = trial.find("Users", "userName eq \"" + trial.name("no/body äöü %2F") + "\"");
                    return Expect.that(
                            answer.status() == 200
                                    && answer.text("totalResults").equals("0"),
                            answer.brief());
                });
        step("PATCH passes as application/scim+json", () -> shown("displayName", "Ünï Çheck", Map.of()));
        step(
                "PATCH passes as application/json",
                () -> shown("displayName", "Live Check", Map.of("Content-Type", "application/json")));
        step("an emoji in a name is kept", () -> shown("displayName", "Live \uD83D\uDE00 Check", Map.of()));
        step("300 characters of display name are refused or kept, no 500", () -> {
            Answer answer = patch("displayName", "\"" + "x".repeat(300) + "\"", Map.of());
            return Expect.that(answer.status() < 500, answer.brief());
        });
        step("a stale If-Match is refused", () -> Expect.status(
                        patch("displayName", "\"Live\"", Map.of("If-Match", "W/\"0-0\"")), 412)
                .brief());
        step("the product's own key of the person is seen", () -> {
            id();
            key = view.key(name);
            return key;
        });
        step("renamed; the id stays", this::rename);
        step("renamed; the product's own key stays", () -> {
            String after = view.key(renamed);
            return Expect.that(!key.isEmpty() && after.equals(key), key + " before, " + after + " after");
        });
        step("deactivated", () -> active("false"));
        step(
                "deactivated, says the product",
                () -> Expect.that(view.active(renamed).equals("false"), view.active(renamed)));
        step("activated again", () -> active("true"));
        step(
                "activated again, says the product",
                () -> Expect.that(view.active(renamed).equals("true"), view.active(renamed)));
    }

    private void step(String what, Callable<String> check) {
        report.check(SECTION, what, check);
    }

    private String create() {
        Answer answer = Expect.status(trial.create(name, "Live Check"), 201);
        id = answer.text("id");
        return Expect.that(
                answer.header("Location").equals(product.base() + Product.SCIM + "/Users/" + id),
                answer.brief() + ", Location " + answer.header("Location").replace(id, "<id>"));
    }

    private String rename() {
        trial.alsoNamed(renamed);
        Expect.status(patch("userName", "\"" + renamed + "\"", Map.of()), 200, 204);
        String now = trial.find("Users", "userName eq \"" + renamed + "\"").text("Resources.0.id");
        String before = trial.find("Users", "userName eq \"" + name + "\"").text("totalResults");
        return Expect.that(
                now.equals(id) && before.equals("0"), "found by the new name as " + now + ", by the old one " + before);
    }

    private String active(String value) {
        Expect.status(patch("active", value, Map.of()), 200, 204);
        String seen = trial.scim("GET", "/Users/" + id, "").text("active");
        return Expect.that(seen.equals(value), "active is " + seen);
    }

    /** Sets a text and reads it back. */
    private String shown(String attribute, String value, Map<String, String> headers) {
        Answer answer = Expect.status(patch(attribute, "\"" + value + "\"", headers), 200, 204);
        String seen = trial.scim("GET", "/Users/" + id, "").text(attribute);
        return Expect.that(seen.equals(value), answer.status() + ", then " + attribute + " is " + seen);
    }

    private Answer patch(String attribute, String value, Map<String, String> headers) {
        return trial.patch(
                "/Users/" + id(),
                "{\"op\":\"replace\",\"path\":\"" + attribute + "\",\"value\":" + value + "}",
                headers);
    }

    private String id() {
        if (id.isEmpty()) {
            throw new NotChecked("nobody was created");
        }
        return id;
    }
}

/** A group of the provider with a local group behind it. */
final class Groups {

    private static final String SECTION = "4. A group";

    private final Trial trial;
    private final Report report;
    private String person = "";
    private String group = "";

    Groups(Trial trial, Report report) {
        this.trial = trial;
        this.report = report;
    }

    void check() {
        step("a mapping is saved and comes into force", trial::map);
        step("a member is created", () -> {
            Answer answer = Expect.status(trial.create(trial.name("ben"), "Live Check"), 201);
            person = answer.text("id");
            return answer.brief();
        });
        step("a group with a member is created", () -> {
            Answer answer = Expect.status(trial.push(trial.name("mapped"), List.of(person())), 201);
            group = "/Groups/" + answer.text("id");
            return answer.brief();
        });
        step("the local group was made, and the member is in it", () -> held("MEMBER"));
        step("a member is taken out", () -> {
            Answer answer =
                    trial.patch(group(), "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + person() + "\\\"]\"}");
            return Expect.status(answer, 200, 204).brief();
        });
        step("the member has left the local group, or it is gone as the last one left", () -> {
            Expect.soon(() -> !trial.held(person).equals("MEMBER"), "still a member");
            return trial.held(person);
        });
        step("the member comes back", () -> {
            Answer answer = trial.patch(
                    group(), "{\"op\":\"add\",\"path\":\"members\",\"value\":" + Trial.values(List.of(person())) + "}");
            Expect.status(answer, 200, 204);
            return held("MEMBER");
        });
        step("the group is deleted, and the local group that was made for it goes", () -> {
            Expect.status(trial.scim("DELETE", group(), ""), 204);
            return held("NO_SUCH_GROUP");
        });
    }

    private String held(String wanted) {
        String somebody = person();
        group();
        Expect.soon(() -> trial.held(somebody).equals(wanted), "the directory says " + trial.held(somebody));
        return trial.held(somebody);
    }

    private void step(String what, Callable<String> check) {
        report.check(SECTION, what, check);
    }

    private String person() {
        if (person.isEmpty()) {
            throw new NotChecked("nobody was created");
        }
        return person;
    }

    private String group() {
        if (group.isEmpty()) {
            throw new NotChecked("no group was created");
        }
        return group;
    }
}

/** Many at once, and how long one takes. */
final class Crowding {

    private static final int AT_ONCE = 8;
    private static final int TIMES = 20;

    private final Trial trial;
    private final Report report;

    Crowding(Trial trial, Report report) {
        this.trial = trial;
        this.report = report;
    }

    void check() {
        report.check(
                "5. At once",
                AT_ONCE + " requests create one name: one succeeds, the others are refused in good order",
                () -> {
                    Map<Integer, Long> statuses =
                            statuses(atOnce(number -> trial.create(trial.name("cem"), "Live Check")));
                    boolean one = statuses.getOrDefault(201, 0L) == 1;
                    boolean others = statuses.keySet().stream()
                            .allMatch(status -> List.of(201, 409, 503).contains(status));
                    return Expect.that(one && others, "statuses and how often: " + statuses);
                });
        List<String> ids = new ArrayList<>();
        List<Long> creations = new ArrayList<>();
        report.check("5. At once", AT_ONCE + " requests add one member each to one group: none is lost", () -> {
            for (int number = 0; number < AT_ONCE - 1; number++) {
                Answer answer = Expect.status(trial.create(trial.name("member" + number), "Live Check"), 201);
                ids.add(answer.text("id"));
                creations.add(answer.millis());
            }
            ids.add(trial.find("Users", "userName eq \"" + trial.name("cem") + "\"")
                    .text("Resources.0.id"));
            String group = "/Groups/"
                    + Expect.status(trial.push(trial.name("crowd"), List.of()), 201)
                            .text("id");
            List<Answer> answers = atOnce(number -> trial.patch(
                    group,
                    "{\"op\":\"add\",\"path\":\"members\",\"value\":" + Trial.values(List.of(ids.get(number))) + "}"));
            int members = trial.scim("GET", group, "").list("members").size();
            return Expect.that(members == AT_ONCE, members + " members, statuses " + statuses(answers));
        });
        String section = "6. How long (milliseconds, from where this runs)";
        report.check(section, "a person is created", () -> times(creations));
        time(section, "a person is read by id", number -> trial.scim("GET", "/Users/" + ids.get(0), ""));
        time(
                section,
                "a person is found by name",
                number -> trial.find("Users", "userName eq \"" + trial.name("member0") + "\""));
        time(
                section,
                "a person is changed",
                number -> trial.patch(
                        "/Users/" + ids.get(0),
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Live Check " + number + "\"}"));
    }

    private void time(String section, String what, Request request) {
        report.check(section, what, () -> {
            List<Long> millis = new ArrayList<>();
            for (int number = 0; number < TIMES; number++) {
                millis.add(Expect.status(request.send(number), 200, 204).millis());
            }
            return times(millis);
        });
    }

    private static String times(List<Long> millis) {
        if (millis.isEmpty()) {
            throw new NotChecked("nothing was measured");
        }
        List<Long> sorted = millis.stream().sorted().toList();
        return "median " + sorted.get(sorted.size() / 2) + ", slowest " + sorted.get(sorted.size() - 1) + " of "
                + sorted.size();
    }

    private interface Request {
        Answer send(int number);
    }

    private static List<Answer> atOnce(Request request) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CyclicBarrier start = new CyclicBarrier(AT_ONCE);
            List<Future<Answer>> futures = IntStream.range(0, AT_ONCE)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return request.send(number);
                    }))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
    }
}

/** What is known of it afterwards. */
final class Afterwards {

    private final Trial trial;
    private final Product product;
    private final Report report;

    Afterwards(Trial trial, Product product, Report report) {
        this.trial = trial;
        this.product = product;
        this.report = report;
    }

    void checkJournal() {
        report.check("7. The journal", "has every write, and no token", () -> {
            Answer answer =
                    product.admin("GET", Product.ADMIN + "/journal?limit=500&connection=" + trial.connection(), "");
            int entries = answer.list("").size();
            return Expect.that(entries > 20 && !answer.text().contains(trial.token()), entries + " entries");
        });
    }

    void checkToken() {
        report.check("8. Afterwards", "the token is refused, on every node within a minute", () -> {
            Instant start = Instant.now();
            Expect.soon(() -> trial.scim("GET", "/Users?count=0", "").isScimError(401), "still accepted");
            return "refused after " + Duration.between(start, Instant.now()).toSeconds() + " s";
        });
    }
}

/** Reads JSON into maps, lists, texts, numbers, booleans and null. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when it is none */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at != text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    private Object value() {
        space();
        if (at >= text.length()) {
            throw unexpected();
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        if (next('}')) {
            return object;
        }
        do {
            space();
            String name = string();
            if (!next(':')) {
                throw unexpected();
            }
            object.put(name, value());
        } while (next(','));
        if (!next('}')) {
            throw unexpected();
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        if (next(']')) {
            return array;
        }
        do {
            array.add(value());
        } while (next(','));
        if (!next(']')) {
            throw unexpected();
        }
        return array;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                if (escaped == 'u') {
                    string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                } else {
                    int known = "bfnrt".indexOf(escaped);
                    string.append(known < 0 ? escaped : "\b\f\n\r\t".charAt(known));
                }
            } else {
                string.append(c);
            }
        }
        at++;
        return string.toString();
    }

    private Object word() {
        int start = at;
        while (at < text.length() && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null" -> null;
            default -> {
                if (word.matches("-?\\d+")) {
                    yield Long.valueOf(word);
                }
                yield Double.valueOf(word);
            }
        };
    }

    private boolean next(char c) {
        space();
        boolean found = at < text.length() && text.charAt(at) == c;
        if (found) {
            at++;
        }
        return found;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("no JSON");
    }
}
