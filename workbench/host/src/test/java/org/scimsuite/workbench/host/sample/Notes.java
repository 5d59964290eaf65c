package org.scimsuite.workbench.host.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import org.osgi.framework.BundleContext;

/** Keeps notes in the plugin's own table. */
public class Notes {

    private final BundleContext bundle;

    public Notes(BundleContext bundle) {
        this.bundle = bundle;
    }

    private ActiveObjects store() {
        return bundle.getService(bundle.getServiceReference(ActiveObjects.class));
    }

    /** Writes a note; when the text is "fail", the transaction fails after writing. */
    public int write(String text) {
        store().executeInTransaction(() -> {
            NoteRow row = store().create(NoteRow.class);
            row.setText(text);
            row.save();
            if (text.equals("fail")) {
                throw new IllegalStateException("asked to fail");
            }
            return row;
        });
        return count();
    }

    public int count() {
        return store().count(NoteRow.class);
    }
}
