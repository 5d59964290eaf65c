package org.scimsuite.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a proof. The samples below are read, never run. */
class TestClassesTest {

    @TempDir
    Path folder;

    private final TestClasses tests = new TestClasses();

    @BeforeEach
    void copySamples() throws IOException {
        for (Class<?> sample : new Class<?>[] {Sample.class, Helper.class, Off.class}) {
            String file = sample.getName().replace('.', '/') + ".class";
            Path copy = folder.resolve(file.substring(file.lastIndexOf('/') + 1));
            Files.copy(sample.getClassLoader().getResourceAsStream(file), copy);
        }
        tests.read(folder, " (here)");
    }

    @Test
    void readWhenAClassOrATestNamesRequirementsThenBothAreProofs() {
        assertThat(tests.proofs())
                .contains(
                        new Proof("C001", "TestClassesTest.Sample (here)"),
                        new Proof("C002", "TestClassesTest.Sample#works (here)"),
                        new Proof("C003", "TestClassesTest.Sample#works (here)"));
    }

    @Test
    void readWhenNothingRunsWhatNamesARequirementThenThatIsAProblem() {
        assertThat(tests.problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("Helper#helps"))
                .anySatisfy(problem -> assertThat(problem).contains("Off#works"));
    }

    @Test
    void mentionWhenATestHasTheTextInItsCodeThenTrue() {
        assertThat(tests.mention("filter/sample.json")).isTrue();
        assertThat(tests.mention("filter/other.json")).isFalse();
    }

    @Requirement("C001")
    static class Sample {

        @Test
        @Requirement({"C002", "C003"})
        void works() {
            assertThat("corpus/filter/sample.json").isNotEmpty();
        }
    }

    static class Helper {

        @Requirement("C004")
        void helps() {}
    }

    @Disabled
    static class Off {

        @Test
        @Requirement("C005")
        void works() {}
    }
}
