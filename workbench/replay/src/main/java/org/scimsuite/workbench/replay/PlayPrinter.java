package org.scimsuite.workbench.replay;

import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.scimsuite.workbench.replay.Exchange.Request;
import org.scimsuite.workbench.replay.Exchange.Step;

/** Writes a play for people: one line for each request, and the people as a table at the end. */
final class PlayPrinter {

    private static final int MOST_PEOPLE = 40;
    private static final String ROW = "  %-26s %-24s %-28s %-9s %s%n";

    private final PrintStream out;
    private final Placeholders placeholders;

    PlayPrinter(PrintStream out, Placeholders placeholders) {
        this.out = out;
        this.placeholders = placeholders;
    }

    void begin(Exchange exchange) {
        out.println();
        out.println(exchange.title() + "  [" + exchange.name() + "]");
    }

    void step(int number, Step step, Replayer.Outcome outcome) {
        String effect = outcome.effects().isEmpty() ? "" : "  " + String.join("; ", outcome.effects());
        out.println(String.format(
                        Locale.ROOT,
                        "%3d  %-50s %-60s %3d%s",
                        number,
                        placeholders.readable(step.title()),
                        request(step.request()),
                        outcome.status(),
                        effect)
                .stripTrailing());
        outcome.differences().forEach(difference -> out.println("     NOT AS EXPECTED: " + difference));
    }

    void end(List<Person> people, List<String> failures) {
        out.println();
        out.printf(Locale.ROOT, ROW, "USER NAME", "DISPLAY NAME", "E-MAIL", "STATE", "LOCAL GROUPS");
        people.stream()
                .sorted(Comparator.comparing(Person::name))
                .limit(MOST_PEOPLE)
                .forEach(person -> out.printf(
                        Locale.ROOT,
                        ROW,
                        person.name(),
                        person.displayName(),
                        person.email(),
                        person.active() ? "active" : "inactive",
                        String.join(", ", person.groups())));
        if (people.size() > MOST_PEOPLE) {
            out.println("  ... and " + (people.size() - MOST_PEOPLE) + " more");
        }
        out.println();
        out.println(failures.isEmpty() ? "Everything as expected." : failures.size() + " not as expected.");
    }

    private String request(Request request) {
        String path = placeholders.readable(request.path());
        int query = path.indexOf('?');
        String decoded = query < 0
                ? path
                : path.substring(0, query) + URLDecoder.decode(path.substring(query), StandardCharsets.UTF_8);
        return request.method() + " " + decoded;
    }
}
