// Every feature of the pages, in the order in which they start. To add one: its module and one line here.
export const features = [];
