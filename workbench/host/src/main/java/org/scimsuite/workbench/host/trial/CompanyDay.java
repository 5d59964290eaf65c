package org.scimsuite.workbench.host.trial;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.scimsuite.workbench.replay.EndState;
import org.scimsuite.workbench.replay.Exchange;
import org.scimsuite.workbench.replay.ReplayResult;
import org.scimsuite.workbench.replay.Replayer;
import org.scimsuite.workbench.replay.StandInPeople;

/** A recorded day at a company, sent to all products at once; in the end each must hold the same people and groups. */
final class CompanyDay {

    private static final String DAY = "day-at-acme";

    private final Exchange day;

    /**
     * @param idp as the recorded exchanges call the identity provider
     * @throws IllegalArgumentException when nothing is recorded of it
     */
    CompanyDay(String idp) {
        this.day = Exchange.load(idp, DAY);
    }

    /** What a product made of the day, and what was told of it. */
    private record Played(TrialProduct product, ReplayResult result, EndState end, String told) {

        String name() {
            return product.host().product().displayName();
        }
    }

    /**
     * Plays the day and tells of it: of the first product everything, of the others what was not as expected.
     *
     * @return whether all was as expected and all products agree
     */
    boolean play(List<TrialProduct> products) {
        List<Played> played = AtOnce.forEach(products, this::play);
        Played first = played.get(0);
        System.out.print(first.told());
        List<Played> others = played.subList(1, played.size());
        others.stream().filter(other -> !other.result().green()).forEach(other -> System.out.print(other.told()));
        boolean agree = others.stream().filter(other -> !agrees(first, other)).count() == 0;
        if (agree && !others.isEmpty()) {
            System.out.printf(
                    "%s hold the same %d people and %d groups.%n",
                    played.stream().map(Played::name).collect(Collectors.joining(", ")),
                    first.end().people().size(),
                    first.end().groups().size());
        }
        return agree && played.stream().allMatch(one -> one.result().green());
    }

    private Played play(TrialProduct product) {
        StandInPeople people =
                new StandInPeople(product.host().base(), TryMain.DIRECTORY, TryMain.ADMIN_USER, TryMain.ADMIN_PASSWORD);
        EndState before = EndState.of(people);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        ReplayResult result = new Replayer(
                        product.scimBase(),
                        product.token(),
                        people,
                        new PrintStream(told, true, StandardCharsets.UTF_8))
                .play(day);
        return new Played(product, result, EndState.of(people).since(before), told.toString(StandardCharsets.UTF_8));
    }

    private static boolean agrees(Played first, Played other) {
        List<String> differences = first.end().differencesTo(other.end());
        differences.forEach(
                difference -> System.out.println(other.name() + " NOT LIKE " + first.name() + ": " + difference));
        return differences.isEmpty();
    }
}
