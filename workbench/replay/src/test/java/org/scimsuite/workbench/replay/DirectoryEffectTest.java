package org.scimsuite.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryEffectTest {

    private static final Person ANA = new Person("ana", "Ana Arns", "Ana", "Arns", "ana@acme.test", true, "1");

    @Test
    void betweenWhenNothingChangedThenEmpty() {
        assertThat(DirectoryEffect.between(List.of(ANA), List.of(ANA))).isEmpty();
    }

    @Test
    void betweenWhenAPersonAppearsOrGoesThenIsSaid() {
        assertThat(DirectoryEffect.between(List.of(), List.of(ANA))).containsExactly("+ ana (Ana Arns)");
        assertThat(DirectoryEffect.between(List.of(ANA), List.of())).containsExactly("- ana");
    }

    @Test
    void betweenWhenThePersonIsRenamedThenItIsTheSamePerson() {
        Person renamed = new Person("anna", "Ana Arns", "Ana", "Adler", "ana@acme.test", false, "1");

        assertThat(DirectoryEffect.between(List.of(ANA), List.of(renamed)))
                .containsExactly("ana: renamed to anna, last name \"Adler\", deactivated");
    }
}
