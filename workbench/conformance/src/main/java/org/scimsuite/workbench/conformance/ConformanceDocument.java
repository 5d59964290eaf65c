package org.scimsuite.workbench.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/conformance.md}. */
final class ConformanceDocument {

    /** So many tests are named for one line; more do not make it truer. */
    private static final int NAMED = 3;

    private final Checklist checklist;
    private final Map<String, List<String>> proofs;

    ConformanceDocument(Checklist checklist, Map<String, List<String>> proofs) {
        this.checklist = checklist;
        this.proofs = proofs;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        long covered = checklist.lines().stream()
                .filter(line -> !proofs.get(line.id()).isEmpty())
                .count();
        text.append("""
                # Conformance

                What a complete SCIM 2.0 server does, line by line, and the test that shows it for this one. Written from the tests by
                `mvn -Pconformance` (see [how tests are cut](testing.md)); `mvn verify` fails when it is not what the tests say, so do
                not edit it.

                MUST, SHOULD and OPTIONAL are the words of the RFC (7642, 7643, 7644, 9865 and the ones named in the headings); DERIVED
                follows from the RFC or from sound engineering, INTEROP is what real identity providers want. A test that names a line
                fails when the server stops doing what the line says.

                """);
        text.append("| lines | covered by a test | not applicable | open |\n|---|---|---|---|\n");
        text.append("| %d | %d | %d | %d |%n"
                .formatted(
                        checklist.lines().size(),
                        covered,
                        checklist.notApplicable().size(),
                        checklist.open().size()));
        String section = "";
        for (Line line : checklist.lines()) {
            if (!line.section().equals(section)) {
                section = line.section();
                text.append("\n## ").append(section);
                text.append("\n\n| # | level | requirement | source | shown by |\n|---|---|---|---|---|\n");
            }
            text.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(line.id(), line.level(), line.text(), line.source(), shownBy(line.id())));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private String shownBy(String id) {
        if (checklist.notApplicable().containsKey(id)) {
            return "not applicable: " + checklist.notApplicable().get(id);
        }
        if (checklist.open().containsKey(id)) {
            return "**open**: " + checklist.open().get(id);
        }
        List<String> names = proofs.get(id);
        String named =
                names.stream().limit(NAMED).map(ConformanceDocument::cell).collect(Collectors.joining("<br>"));
        return names.size() <= NAMED ? named : named + "<br>and " + (names.size() - NAMED) + " more";
    }

    private static String cell(String name) {
        return name.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
    }
}
