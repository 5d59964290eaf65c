package org.scimsuite.workbench.host.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.workbench.host.HostOptions.Jdbc;
import org.scimsuite.workbench.host.HostOptions.Nodes;
import org.scimsuite.workbench.host.database.Database;
import org.scimsuite.workbench.host.database.HostLocks;
import org.scimsuite.workbench.host.product.Product;

/** The rules of Crowd that a plugin meets. */
class StandInCrowdTest {

    private static final long WRITABLE = 1;
    private static final long READ_ONLY = 2;
    private static final PasswordCredential SECRET = PasswordCredential.unencrypted("secret");

    private final Database database =
            Database.open(new Jdbc("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private StandInCrowd crowd;
    private DirectoryManager manager;

    @BeforeEach
    void open() {
        crowd = StandInCrowd.open(database, new HostLocks(database, Nodes.ONE), Product.JIRA, "admin", "admin");
        manager = crowd.directoryManager();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static UserTemplateWithAttributes person(String name) {
        UserTemplateWithAttributes person = new UserTemplateWithAttributes(name, WRITABLE);
        person.setDisplayName("Some Body");
        person.setEmailAddress("some@body.test");
        return person;
    }

    @Test
    void newUserIsInactiveUnlessTheTemplateSaysOtherwiseAndGetsAnExternalId() throws Exception {
        User made = manager.addUser(WRITABLE, person("New.One"), SECRET);
        assertThat(made.isActive()).isFalse();
        assertThat(manager.findUserByExternalId(WRITABLE, made.getExternalId()).getName())
                .isEqualTo("New.One");
    }

    @Test
    void nameIsFoundInAnyCaseAndKeptAsWritten() throws Exception {
        manager.addUser(WRITABLE, person("New.One"), SECRET);
        assertThat(manager.findUserByName(WRITABLE, "nEW.oNE").getName()).isEqualTo("New.One");
    }

    @Test
    void nameTakenInAnotherCaseIsRefused() throws Exception {
        manager.addUser(WRITABLE, person("New.One"), SECRET);
        assertThatThrownBy(() -> manager.addUser(WRITABLE, person("new.one"), SECRET))
                .isInstanceOf(UserAlreadyExistsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", " lead", "trail ", "long"})
    void nameThatCrowdRefusesIsRefusedOnCreateAndOnRename(String name) throws Exception {
        String refused = name.equals("long") ? "x".repeat(256) : name;
        assertThatThrownBy(() -> manager.addUser(WRITABLE, person(refused), SECRET))
                .isInstanceOf(InvalidUserException.class);
        assertThatThrownBy(() -> manager.renameUser(WRITABLE, "ana.existing", refused))
                .isInstanceOf(InvalidUserException.class);
    }

    @Test
    void updateChangesTheProfileButNeverTheName() throws Exception {
        UserTemplate changed = new UserTemplate(manager.findUserByName(WRITABLE, "ana.existing"));
        changed.setName("ANA.EXISTING");
        changed.setActive(false);
        changed.setDisplayName("Ana Changed");
        User stored = manager.updateUser(WRITABLE, changed);
        assertThat(stored.getName()).isEqualTo("ana.existing");
        assertThat(stored.isActive()).isFalse();
        assertThat(stored.getDisplayName()).isEqualTo("Ana Changed");
    }

    @Test
    void updateOfANameThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> manager.updateUser(WRITABLE, person("nobody")))
                .isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void renameKeepsThePersonAndMayChangeOnlyTheCase() throws Exception {
        String id = manager.findUserByName(WRITABLE, "ana.existing").getExternalId();
        manager.renameUser(WRITABLE, "ana.existing", "Ana.Existing");
        User renamed = manager.renameUser(WRITABLE, "ana.existing", "ana.new");
        assertThat(renamed.getExternalId()).isEqualTo(id);
        assertThatThrownBy(() -> manager.findUserByName(WRITABLE, "ana.existing"))
                .isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void renameToATakenNameIsRefused() {
        assertThatThrownBy(() -> manager.renameUser(WRITABLE, "ana.existing", "ADMIN"))
                .isInstanceOf(UserAlreadyExistsException.class);
    }

    @Test
    void readOnlyDirectoryRefusesEveryChange() {
        assertThatThrownBy(() -> manager.addUser(READ_ONLY, person("new"), SECRET))
                .isInstanceOf(DirectoryPermissionException.class);
        assertThatThrownBy(() -> manager.removeUser(READ_ONLY, "corporate.person"))
                .isInstanceOf(DirectoryPermissionException.class);
        assertThatThrownBy(() -> manager.renameUser(READ_ONLY, "corporate.person", "x"))
                .isInstanceOf(DirectoryPermissionException.class);
    }

    @Test
    void unknownDirectoryIsNamedAsSuch() {
        assertThatThrownBy(() -> manager.findUserByName(99, "admin")).isInstanceOf(DirectoryNotFoundException.class);
    }

    @Test
    void sameNameInTwoDirectoriesIsTwoPeople() throws Exception {
        assertThat(manager.findUserByName(WRITABLE, "shadow.person").getDisplayName())
                .isNotEqualTo(manager.findUserByName(READ_ONLY, "shadow.person").getDisplayName());
    }

    @Test
    void searchReturnsAWindowInTheOrderOfTheKeysInactiveOnesIncluded() throws Exception {
        manager.addUser(WRITABLE, person("BB.inactive"), SECRET);
        var query = QueryBuilder.queryFor(String.class, EntityDescriptor.user()).startingAt(1);
        assertThat(manager.searchUsers(WRITABLE, query.returningAtMost(3)))
                .containsExactly("ana.existing", "BB.inactive", "Ben.MixedCase");
        var people = QueryBuilder.queryFor(User.class, EntityDescriptor.user()).returningAtMost(1);
        assertThat(manager.searchUsers(WRITABLE, people))
                .extracting(User::getName)
                .containsExactly("admin");
    }

    @Test
    void attributesOfAPersonAreReplacedByNameAndGoWithThePerson() throws Exception {
        UserTemplateWithAttributes person = person("new");
        person.setAttribute("colour", Set.of("red", "blue"));
        manager.addUser(WRITABLE, person, SECRET);
        manager.storeUserAttributes(WRITABLE, "NEW", Map.of("size", Set.of("xl")));
        manager.storeUserAttributes(WRITABLE, "new", Map.of("colour", Set.of("green")));
        var stored = manager.findUserWithAttributesByName(WRITABLE, "new");
        assertThat(stored.getValues("colour")).containsExactly("green");
        assertThat(stored.getValues("size")).containsExactly("xl");
        manager.removeUser(WRITABLE, "new");
        assertThatThrownBy(() -> manager.findUserByName(WRITABLE, "new")).isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void nestedMembershipCountsAsNestedOnlyAndCirclesAreRefused() throws Exception {
        manager.addGroup(WRITABLE, group("outer"));
        manager.addGroup(WRITABLE, group("inner"));
        manager.addGroupToGroup(WRITABLE, "inner", "outer");
        manager.addUserToGroup(WRITABLE, "ana.existing", "inner");
        assertThat(manager.isUserNestedGroupMember(WRITABLE, "ana.existing", "outer"))
                .isTrue();
        assertThat(manager.isUserDirectGroupMember(WRITABLE, "ana.existing", "outer"))
                .isFalse();
        assertThatThrownBy(() -> manager.addGroupToGroup(WRITABLE, "outer", "inner"))
                .isInstanceOf(InvalidMembershipException.class);
    }

    @Test
    void membershipIsAddedOnceAndRemovedOnce() throws Exception {
        manager.addGroup(WRITABLE, group("team"));
        manager.addUserToGroup(WRITABLE, "ana.existing", "TEAM");
        assertThatThrownBy(() -> manager.addUserToGroup(WRITABLE, "ana.existing", "team"))
                .isInstanceOf(MembershipAlreadyExistsException.class);
        var members = QueryBuilder.queryFor(String.class, EntityDescriptor.user())
                .childrenOf(EntityDescriptor.group())
                .withName("team")
                .returningAtMost(-1);
        assertThat(manager.searchDirectGroupRelationships(WRITABLE, members)).containsExactly("ana.existing");
        manager.removeUserFromGroup(WRITABLE, "ana.existing", "team");
        assertThatThrownBy(() -> manager.removeUserFromGroup(WRITABLE, "ana.existing", "team"))
                .isInstanceOf(MembershipNotFoundException.class);
    }

    @Test
    void groupThatExistsIsRefusedAsInvalidAsCrowdDoes() throws Exception {
        manager.addGroup(WRITABLE, group("team"));
        assertThatThrownBy(() -> manager.addGroup(WRITABLE, group("Team"))).isInstanceOf(InvalidGroupException.class);
    }

    @Test
    void readOnlyGroupRefusesEveryChange() throws Exception {
        GroupTemplate foreign = group("foreign");
        foreign.setDescription(GroupOperations.READ_ONLY);
        manager.addGroup(WRITABLE, foreign);
        assertThatThrownBy(() -> manager.addUserToGroup(WRITABLE, "ana.existing", "foreign"))
                .isInstanceOf(ReadOnlyGroupException.class);
        assertThatThrownBy(() -> manager.removeUserFromGroup(WRITABLE, "ana.existing", "foreign"))
                .isInstanceOf(ReadOnlyGroupException.class);
        assertThatThrownBy(() -> manager.removeGroup(WRITABLE, "foreign")).isInstanceOf(ReadOnlyGroupException.class);
    }

    @Test
    void inactivePersonCannotLogInAndTheFirstDirectoryWithTheNameDecides() throws Exception {
        assertThat(crowd.authenticate("SHADOW.person", "shadow.person")).contains("shadow.person");
        UserTemplate shadow = new UserTemplate(manager.findUserByName(WRITABLE, "shadow.person"));
        shadow.setActive(false);
        manager.updateUser(WRITABLE, shadow);
        assertThat(crowd.authenticate("shadow.person", "shadow.person")).isEmpty();
        assertThat(crowd.authenticate("admin", "wrong")).isEmpty();
    }

    @Test
    void armedFaultStrikesOnceAndAtItsPoint() throws Exception {
        crowd.faults().arm(new Faults.Fault(Faults.Point.AFTER, "addUser", Faults.Action.THROW));
        assertThatThrownBy(() -> manager.addUser(WRITABLE, person("after"), SECRET))
                .isInstanceOf(OperationFailedException.class);
        assertThat(manager.findUserByName(WRITABLE, "after").getName()).isEqualTo("after");
        crowd.faults().arm(new Faults.Fault(Faults.Point.BEFORE, "removeUser", Faults.Action.THROW));
        assertThatThrownBy(() -> manager.removeUser(WRITABLE, "after")).isInstanceOf(OperationFailedException.class);
        manager.removeUser(WRITABLE, "after");
        assertThatThrownBy(() -> manager.findUserByName(WRITABLE, "after")).isInstanceOf(UserNotFoundException.class);
    }

    private static GroupTemplate group(String name) {
        return new GroupTemplate(name, WRITABLE, GroupType.GROUP);
    }
}
