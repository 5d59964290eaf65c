package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.List;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.MemberChange;

/** What is going to be recorded about a group, as the journal says it. */
final class GroupSentences {

    private GroupSentences() {}

    static String create(String name, int members) {
        return "Record the group " + quoted(name) + " with " + count(members) + ".";
    }

    static String delete(String name) {
        return "Forget the group " + quoted(name) + ".";
    }

    static List<String> change(GroupRecord before, GroupRecord after, MemberChange members) {
        List<String> sentences = new ArrayList<>();
        String name = quoted(after.displayName());
        if (!before.displayName().equals(after.displayName())) {
            sentences.add("Rename the group " + quoted(before.displayName()) + " to " + name + ".");
        } else if (!before.resource().equals(after.resource())) {
            sentences.add("Update the group " + name + ".");
        }
        if (members instanceof MemberChange.Edit edit) {
            if (!edit.removed().isEmpty()) {
                sentences.add("Remove " + count(edit.removed().size()) + " from " + name + ".");
            }
            if (!edit.added().isEmpty()) {
                sentences.add("Add " + count(edit.added().size()) + " to " + name + ".");
            }
        } else if (members instanceof MemberChange.Replacement replacement) {
            sentences.add("Leave " + count(replacement.members().size()) + " in " + name + ", and no others.");
        }
        return sentences;
    }

    private static String count(int members) {
        return members == 1 ? "1 member" : members + " members";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
