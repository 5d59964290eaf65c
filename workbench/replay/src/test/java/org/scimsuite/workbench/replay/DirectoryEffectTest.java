package org.scimsuite.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryEffectTest {

    private static final Person ANA =
            new Person("ana", "Ana Arns", "Ana", "Arns", "ana@acme.test", true, "1", List.of());

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
        Person renamed = new Person("anna", "Ana Arns", "Ana", "Adler", "ana@acme.test", false, "1", List.of());

        assertThat(DirectoryEffect.between(List.of(ANA), List.of(renamed)))
                .containsExactly("ana: renamed to anna, last name \"Adler\", deactivated");
    }

    @Test
    void betweenWhenThePersonJoinsAndLeavesGroupsThenEachIsSaid() {
        Person before = ANA.in(List.of("Marketing", "Staff"));
        Person after = ANA.in(List.of("Software_dev", "Staff"));

        assertThat(DirectoryEffect.between(List.of(before), List.of(after)))
                .containsExactly("ana joins Software_dev; ana leaves Marketing");
        assertThat(DirectoryEffect.between(List.of(), List.of(after)))
                .containsExactly("+ ana (Ana Arns), joins Software_dev, Staff");
    }
}
