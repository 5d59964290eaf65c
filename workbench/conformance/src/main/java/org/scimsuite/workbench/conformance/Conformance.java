package org.scimsuite.workbench.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scimsuite.workbench.conformance.DataFiles.DataFile;

/** The checklist beside what the tests of this project show. */
public final class Conformance {

    private static final String CORPORA = "scim-core/src/test/resources/corpus";
    private static final String EXCHANGES = "workbench/replay/src/main/resources/exchanges";

    private final Checklist checklist;
    private final Map<String, List<String>> proofs = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    Conformance(Checklist checklist, List<Proof> proofs) {
        this.checklist = checklist;
        checklist.lines().forEach(line -> this.proofs.put(line.id(), new ArrayList<>()));
        proofs.forEach(this::add);
        checkReasons();
    }

    /**
     * Reads the compiled tests and the data files of the project.
     *
     * @param root the folder of the parent POM; scim-core and workbench/acceptance must have been compiled
     */
    public static Conformance of(Path root) {
        try {
            TestClasses tests = new TestClasses();
            tests.read(root.resolve("scim-core/target/test-classes"), "");
            tests.read(root.resolve("workbench/acceptance/target/test-classes"), " (over HTTP)");
            List<Proof> proofs = new ArrayList<>(tests.proofs());
            List<String> problems = new ArrayList<>(tests.problems());
            for (DataFile file : DataFiles.below(root.resolve(CORPORA))) {
                proofs.addAll(file.proofs());
                if (!tests.mention(file.name())) {
                    problems.add("corpus/" + file.name() + " names requirements, but no test reads it.");
                }
            }
            DataFiles.below(root.resolve(EXCHANGES)).forEach(file -> proofs.addAll(file.proofs()));
            Conformance conformance = new Conformance(Checklist.read(), proofs);
            conformance.problems.addAll(problems);
            return conformance;
        } catch (IOException e) {
            throw new UncheckedIOException("The tests cannot be read.", e);
        }
    }

    private void add(Proof proof) {
        List<String> names = proofs.get(proof.requirement());
        if (names == null) {
            problems.add(proof.name() + " names " + proof.requirement() + ", which is not in requirements.tsv.");
        } else if (!names.contains(proof.name())) {
            names.add(proof.name());
        }
    }

    private void checkReasons() {
        checklist.notApplicable().keySet().forEach(id -> checkReason(id, "not-applicable.tsv"));
        checklist.open().keySet().forEach(id -> checkReason(id, "open.tsv"));
        for (Line line : checklist.lines()) {
            boolean notApplicable = checklist.notApplicable().containsKey(line.id());
            boolean open = checklist.open().containsKey(line.id());
            if (notApplicable && open) {
                problems.add(line.id() + " stands in not-applicable.tsv and in open.tsv.");
            } else if (!notApplicable && !open && proofs.get(line.id()).isEmpty()) {
                problems.add(line.id() + " has neither a test nor a reason: " + line.text());
            }
        }
    }

    private void checkReason(String id, String file) {
        List<String> names = proofs.get(id);
        if (names == null) {
            problems.add(file + " has " + id + ", which is not in requirements.tsv.");
        } else if (!names.isEmpty()) {
            problems.add(id + " stands in " + file + ", but " + names.get(0) + " shows it: take it out there.");
        }
    }

    /** What is wrong, one sentence each: lines without proof or reason, unknown identifiers, reasons that are outdated. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The content of {@code docs/conformance.md}. */
    public String document() {
        return new ConformanceDocument(checklist, proofs).text();
    }
}
