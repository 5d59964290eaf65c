package org.scimsuite.core.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;
import org.scimsuite.core.mapping.UserMapping.Rewriting;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.provision.UserRemapper.Remapping;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.SchemaRegistry;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.InMemoryLocks;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;

/** A changed mapping is carried to people who are there; each of them alone. */
class UserRemapperTest {

    private static final UserMapping LOCAL_PART = names("(.*)@.*", "$1");
    private static final UserMapping DISPLAY_NAME = new UserMapping(
            UserNameRule.PLAIN,
            Map.of(DirectoryField.DISPLAY_NAME, List.of("${displayName} (${title})")),
            Map.of("title", List.of("${title}")));

    private final TestServer scim = new TestServer();
    private final Told told = new Told();
    private CompiledMapping inForce = scim.map(UserMapping.PLAIN);
    private final UserRemapper remapper = new Provisioning(
                    new ProvisioningPorts(
                            Product.of(scim.directory),
                            scim.provisioningStores(),
                            mappings(),
                            directoryId -> scim.connections.findAll(),
                            new InMemoryLocks(),
                            scim.clock,
                            () -> UUID.randomUUID().toString()),
                    new SchemaRegistry(CoreSchemas.types()))
            .remapper();

    private MappingSource mappings() {
        return new MappingSource() {
            @Override
            public CompiledMapping current(String connectionId) {
                return inForce;
            }

            @Override
            public Optional<CompiledMapping> find(String connectionId, long version) {
                throw new AssertionError("Nobody is to ask for a version");
            }
        };
    }

    /** What a trace was told. */
    private static final class Told implements ProvisioningTrace {

        private final List<String> sentences = new ArrayList<>();

        @Override
        public void subject(String scimId, String name) {
            sentences.add("About " + name);
        }

        @Override
        public Alongside planned(ChangePlan plan) {
            sentences.addAll(plan.sentences());
            return Alongside.NOTHING;
        }

        @Override
        public void decided(List<String> decided) {}

        @Override
        public Alongside applied() {
            return Alongside.NOTHING;
        }

        @Override
        public void willAnswer(int status) {}

        @Override
        public void leftOver() {}

        @Override
        public String journalId() {
            return "journal";
        }

        @Override
        public void changed() {}
    }

    private static UserMapping names(String pattern, String template) {
        return new UserMapping(
                new UserNameRule(
                        "userName", Optional.of(new Rewriting(pattern, template)), LetterCase.AS_IS, List.of()),
                Map.of(),
                Map.of());
    }

    /** The mapping is edited; nobody has been changed by that yet. */
    private Remapping edit(UserMapping edited) {
        CompiledMapping before = inForce;
        inForce = scim.map(edited);
        return new Remapping(before, inForce);
    }

    private ProvisioningContext context() {
        return new ProvisioningContext(scim.connection(), TestServer.BASE, told, new Notes());
    }

    private UserRecord record(String id) {
        return scim.records.findById(scim.connection().id(), id).orElseThrow();
    }

    private List<String> plan(String id, Remapping remapping) {
        return remapper.plan(context(), record(id), remapping).sentences();
    }

    private List<String> apply(String id, Remapping remapping) {
        return remapper.apply(context(), id, remapping).sentences();
    }

    private DirectoryUserProfile inDirectory(String name) {
        return scim.directory
                .findUserByName(InMemoryDirectory.ID, name)
                .orElseThrow()
                .profile();
    }

    @Test
    void applyWhenRuleMakesAnotherNameThenRenamedJournaledAndShownAsBefore() {
        String id = scim.create("jane@acme.com", "");
        Remapping remapping = edit(LOCAL_PART);
        String version = scim.get("/Users/" + id).header("ETag");

        assertThat(plan(id, remapping)).containsExactly("Rename the user \"jane@acme.com\" to \"jane\".");
        assertThat(scim.directory.writes()).containsExactly("createUser jane@acme.com");
        assertThat(apply(id, remapping)).containsExactly("Rename the user \"jane@acme.com\" to \"jane\".");

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("jane");
        assertThat(told.sentences)
                .containsExactly("About jane@acme.com", "Rename the user \"jane@acme.com\" to \"jane\".");
        assertThat(scim.get("/Users/" + id).text("/userName")).isEqualTo("jane@acme.com");
        assertThat(scim.get("/Users/" + id).header("ETag")).isNotEqualTo(version);
        assertThat(scim.get("/Users?filter=userName eq \"jane@acme.com\"").userNames())
                .containsExactly("jane@acme.com");
    }

    @Test
    void applyWhenDoneTwiceThenTheSecondTimeNothing() {
        String id = scim.create("jane", ",\"title\":\"Boss\",\"displayName\":\"Jane\"");
        Remapping remapping = edit(DISPLAY_NAME);

        assertThat(apply(id, remapping)).hasSize(2);
        assertThat(inDirectory("jane").displayName()).isEqualTo("Jane (Boss)");
        assertThat(scim.directory.userAttributes(InMemoryDirectory.ID, "jane")).containsEntry("title", Set.of("Boss"));

        assertThat(apply(id, remapping)).isEmpty();
        assertThat(scim.get("/Users/" + id).text("/displayName")).isEqualTo("Jane");
    }

    @Test
    void applyWhenTheEditIsTakenBackThenEverythingIsAsBefore() {
        String id = scim.create("jane", ",\"title\":\"Boss\",\"displayName\":\"Jane\"");
        DirectoryUserProfile before = inDirectory("jane");
        apply(id, edit(DISPLAY_NAME));

        apply(id, edit(UserMapping.PLAIN));

        assertThat(inDirectory("jane")).isEqualTo(before);
        assertThat(scim.directory.userAttributes(InMemoryDirectory.ID, "jane")).isEmpty();
    }

    @Test
    void applyWhenSomebodyEditedThePersonInTheProductThenThatStaysAndNobodyIsLetIn() {
        String id = scim.create("jane@acme.com", ",\"name\":{\"givenName\":\"Jane\",\"familyName\":\"Doe\"}");
        scim.directory.updateUser(
                InMemoryDirectory.ID,
                new DirectoryUserProfile("jane@acme.com", "Jane", "Smith", "Jane Doe", "", Activation.INACTIVE));

        apply(id, edit(LOCAL_PART));

        assertThat(inDirectory("jane"))
                .isEqualTo(new DirectoryUserProfile("jane", "Jane", "Smith", "Jane Doe", "", Activation.INACTIVE));
    }

    @Test
    void getWhenApplyingWasCutOffThenCarriedOutAndEditsInTheProductStay() {
        String id = scim.create(
                "jane@acme.com",
                ",\"name\":{\"givenName\":\"Jane\",\"familyName\":\"Doe\"},\"displayName\":\"Jane Doe\""
                        + ",\"emails\":[{\"value\":\"jd@acme.com\"}]");
        scim.directory.updateUser(
                InMemoryDirectory.ID,
                new DirectoryUserProfile(
                        "jane@acme.com", "Jane", "Smith", "Jane Doe", "jd@acme.com", Activation.INACTIVE));
        Remapping remapping = edit(LOCAL_PART);
        for (Point point : Point.values()) {
            scim.directory.arm("renameUser", point, new ProcessEnded());
            assertThatThrownBy(() -> apply(id, remapping)).isInstanceOf(ProcessEnded.class);
            assertThat(record(id).isPending()).isTrue();
            scim.restart();

            assertThat(scim.get("/Users/" + id).text("/userName")).isEqualTo("jane@acme.com");

            assertThat(record(id).isPending()).isFalse();
            assertThat(inDirectory("jane"))
                    .isEqualTo(new DirectoryUserProfile(
                            "jane", "Jane", "Smith", "Jane Doe", "jd@acme.com", Activation.INACTIVE));
            scim.directory.renameUser(InMemoryDirectory.ID, "jane", "jane@acme.com");
            scim.get("/Users/" + id);
        }
    }

    @Test
    void planWhenTheNameIsSomebodyElsesThenRefusedWithBothAndNothingIsChanged() {
        String first = scim.create("jane@acme.com", "");
        String second = scim.create("jane@acme.org", "");
        Remapping remapping = edit(LOCAL_PART);
        apply(first, remapping);

        assertThatThrownBy(() -> plan(second, remapping)).isInstanceOfSatisfying(ScimException.class, refused -> {
            assertThat(refused.error().status()).isEqualTo(409);
            assertThat(refused.error().detail()).contains("jane@acme.com", "jane@acme.org", "userName rule");
        });
        assertThatThrownBy(() -> apply(second, remapping)).isInstanceOf(ScimException.class);

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("jane", "jane@acme.org");
        assertThat(record(second).isPending()).isFalse();
    }

    @Test
    void planWhenTheDirectoryDoesNotAllowItThenRefused() {
        String id = scim.create("jane@acme.com", "");
        Remapping remapping = edit(LOCAL_PART);
        scim.directory.forbid(DirectoryOperation.UPDATE_USER);

        assertThatThrownBy(() -> plan(id, remapping)).isInstanceOfSatisfying(ScimException.class, refused -> assertThat(
                        refused.error().status())
                .isEqualTo(403));
    }

    @Test
    void planWhenTheMadeNameCannotBeUsedThenRefused() {
        String id = scim.create("@acme.com", "");

        assertThatThrownBy(() -> plan(id, edit(LOCAL_PART)))
                .isInstanceOfSatisfying(
                        ScimException.class,
                        refused -> assertThat(refused.error().status()).isEqualTo(400));
    }

    @Test
    void planWhenTheProviderNeverWroteThePersonOrDeletedItThenNothing() {
        scim.directory.createUser(
                InMemoryDirectory.ID, new DirectoryUserProfile("bo@acme.com", "", "", "Bo", "", Activation.ACTIVE));
        String linked = scim.get("/Users").text("/Resources/0/id");
        String deleted = scim.create("jane@acme.com", "");
        scim.delete("/Users/" + deleted);
        Remapping remapping = edit(LOCAL_PART);

        assertThat(plan(linked, remapping)).isEmpty();
        assertThat(apply(deleted, remapping)).isEmpty();
    }

    @Test
    void planWhenThePersonLacksWhatNamesAreMadeFromThenTheNameStays() {
        String id = scim.create("jane", "");
        Remapping remapping = edit(new UserMapping(
                new UserNameRule("nickName", Optional.empty(), LetterCase.AS_IS, List.of()), Map.of(), Map.of()));

        assertThat(plan(id, remapping)).isEmpty();
    }
}
